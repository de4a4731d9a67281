package org.spike4j.datasets.format.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.EventWriter;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;

/** Recognises comma-separated values by the ending of the file name. */
public final class CsvFormat implements EventFormat {
    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public String sign() {
        return "named *.csv, a line of the names t,x,y,p first";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return TextReader.open(file, options, name(), TextColumns.ofHeader(file));
    }

    @Override
    public Optional<EventWriter> writer() {
        return Optional.of(CsvWriter::open);
    }

    @Override
    public String ending() {
        return "csv";
    }
}

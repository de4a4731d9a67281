package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.EventWriter;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;

/** Recognises DAT files by their first line or their name. */
public final class DatFormat implements EventFormat {
    static final String NAME = "Prophesee DAT";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String sign() {
        return "starts with % Data file, or with % and is named *.dat";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return isDat(path, head);
    }

    static boolean isDat(Path path, byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        boolean named = path.toString().toLowerCase(Locale.ROOT).endsWith(".dat");
        return start.startsWith("% Data file") || named && start.startsWith("%");
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return DatReader.open(file, options);
    }

    @Override
    public Optional<EventWriter> writer() {
        return Optional.of(DatWriter::open);
    }

    @Override
    public String ending() {
        return "dat";
    }
}

package org.spike4j.datasets.format.es;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.EventWriter;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.SensorOpener;

/** Recognises Event Stream by its signature. */
public final class EsFormat implements EventFormat {
    static final String NAME = "Event Stream ES 2.0";
    static final String SIGNATURE = "Event Stream";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String sign() {
        return "starts with " + SIGNATURE;
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(SIGNATURE);
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return EsReader.open(file, options);
    }

    @Override
    public Optional<SensorOpener> sensors() {
        return Optional.of(EsMessageReader::open);
    }

    @Override
    public Optional<EventWriter> writer() {
        return Optional.of(EsWriter::open);
    }

    @Override
    public String ending() {
        return "es";
    }
}

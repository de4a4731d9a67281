package org.spike4j.datasets.format.aedat31;

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

/** Recognises AEDAT 3.1 by its version line. */
public final class Aedat31Format implements EventFormat {
    static final String NAME = "AEDAT 3.1";
    static final String VERSION_LINE = "#!AER-DAT3.1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String sign() {
        return "starts with " + VERSION_LINE;
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(VERSION_LINE);
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return Aedat31Reader.open(file, options);
    }

    @Override
    public Optional<SensorOpener> sensors() {
        return Optional.of(Aedat31SensorReader::open);
    }

    @Override
    public Optional<EventWriter> writer() {
        return Optional.of(Aedat31Writer::open);
    }

    @Override
    public String ending() {
        return "aedat";
    }
}

package org.spike4j.datasets.format.aedat4;

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

/** Recognises AEDAT 4.0 by its version line. */
public final class Aedat4Format implements EventFormat {
    static final String NAME = "AEDAT 4.0";
    static final String VERSION_LINE = "#!AER-DAT4.0\r\n";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String sign() {
        return "starts with " + VERSION_LINE.strip();
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(VERSION_LINE);
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return Aedat4Reader.open(file, options);
    }

    @Override
    public Optional<SensorOpener> sensors() {
        return Optional.of(Aedat4SensorReader::open);
    }

    @Override
    public Optional<EventWriter> writer() {
        return Optional.of(Aedat4Writer::open);
    }

    @Override
    public String ending() {
        return "aedat4";
    }
}

package org.spike4j.datasets.format.nmnist;

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

/** Recognises the 40-bit format by the ending of the file name, as it has no mark of its own. */
public final class NmnistFormat implements EventFormat {
    static final String NAME = "N-MNIST 40-bit";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String sign() {
        return "named *.bin or *.bs2";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        boolean ending = name.endsWith(".bin") || name.endsWith(".bs2");
        return ending && !new String(head, StandardCharsets.ISO_8859_1).startsWith("#!AER-DAT");
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return NmnistReader.open(file, options);
    }

    @Override
    public Optional<EventWriter> writer() {
        return Optional.of(NmnistWriter::open);
    }

    @Override
    public String ending() {
        return "bin";
    }
}

package org.spike4j.datasets.format.aedat2;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;

/** Recognises AEDAT 2.0 and 1.0 by their version lines. */
public final class Aedat2Format implements EventFormat {
    private static final String VERSION_2 = "#!AER-DAT2.0";
    private static final String VERSION_1 = "#!AER-DAT1.0";

    @Override
    public String name() {
        return "AEDAT 2.0 and 1.0";
    }

    @Override
    public String sign() {
        return "starts with " + VERSION_2 + " or " + VERSION_1;
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        return start.startsWith(VERSION_2) || start.startsWith(VERSION_1);
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return Aedat2Reader.open(file, options);
    }
}

package org.spike4j.datasets.format.numpy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.table.TableReader;

/** Recognises npy by its magic string. */
public final class NpyFormat implements EventFormat {
    @Override
    public String name() {
        return "NumPy npy";
    }

    @Override
    public String sign() {
        return "starts with \\x93NUMPY";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(NpyHeader.MAGIC);
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return TableReader.open(file, name(), options, () -> NumpyTable.open(file.path(), false, options));
    }
}

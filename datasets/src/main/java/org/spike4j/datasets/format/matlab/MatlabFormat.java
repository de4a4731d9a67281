package org.spike4j.datasets.format.matlab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.table.TableReader;

/** Recognises MATLAB 5 by the text at its start. Times are microseconds unless the options say otherwise. */
public final class MatlabFormat implements EventFormat {
    @Override
    public String name() {
        return "MATLAB 5";
    }

    @Override
    public String sign() {
        return "starts with MATLAB 5.0";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith("MATLAB 5.0");
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return TableReader.open(file, name(), options, () -> MatlabTable.open(file.path(), options));
    }
}

package org.spike4j.datasets.format.hdf5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.table.TableReader;

/**
 * Recognises MATLAB 7.3, which is HDF5 after 512 bytes of text. Numbers of MATLAB are floating point by default, so times
 * are microseconds unless the options say otherwise.
 */
public final class Matlab73Format implements EventFormat {
    @Override
    public String name() {
        return "MATLAB 7.3";
    }

    @Override
    public String sign() {
        return "starts with MATLAB 7.3";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith("MATLAB 7.3");
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return TableReader.open(
                file, name(), options, () -> Hdf5Table.open(file.path(), options, TimeUnit.MICROSECONDS));
    }
}

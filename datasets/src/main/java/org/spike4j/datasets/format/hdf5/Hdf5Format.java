package org.spike4j.datasets.format.hdf5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.EventWriter;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.table.TableReader;

/** Recognises HDF5 by its signature. Times of floating point numbers are seconds unless the options say otherwise. */
public final class Hdf5Format implements EventFormat {
    private static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";

    @Override
    public String name() {
        return "HDF5";
    }

    @Override
    public String sign() {
        return "starts with \\x89HDF";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(SIGNATURE);
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return TableReader.open(file, name(), options, () -> Hdf5Table.open(file.path(), options, TimeUnit.SECONDS));
    }

    @Override
    public Optional<EventWriter> writer() {
        return Optional.of(Hdf5Writer::open);
    }

    @Override
    public String ending() {
        return "h5";
    }
}

package org.spike4j.datasets.format.numpy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.EventWriter;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.table.TableReader;

/** Recognises npz by the mark of ZIP files. */
public final class NpzFormat implements EventFormat {
    @Override
    public String name() {
        return "NumPy npz";
    }

    @Override
    public String sign() {
        return "starts with PK";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return TableReader.open(file, name(), options, () -> NumpyTable.open(file.path(), true, options));
    }

    @Override
    public Optional<EventWriter> writer() {
        return Optional.of(NpzWriter::open);
    }

    @Override
    public String ending() {
        return "npz";
    }
}

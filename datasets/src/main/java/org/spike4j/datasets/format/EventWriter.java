package org.spike4j.datasets.format;

import java.io.IOException;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;

/** Writes recordings in one format. */
@FunctionalInterface
public interface EventWriter {
    /**
     * Writes a file; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file
     * @param events what to write, in this order; not modified
     * @throws IllegalArgumentException if the format cannot hold the events
     * @throws IOException if writing fails
     */
    void write(Path path, EventStream events) throws IOException;
}

package org.spike4j.datasets.format;

import java.io.IOException;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;

/** Writes recordings in one format, packet by packet or at once. */
@FunctionalInterface
public interface EventWriter {
    /**
     * Starts a file; one that exists is replaced by {@link EventSink#finish}, as a whole or not at all.
     *
     * @param path the file
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @return a sink without events; the caller closes it
     * @throws IllegalArgumentException if the format cannot hold the sensor
     * @throws IOException if writing fails
     */
    EventSink open(Path path, int width, int height) throws IOException;

    /**
     * Writes a file; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file
     * @param events what to write, in this order; not modified
     * @throws IllegalArgumentException if the format cannot hold the events
     * @throws IOException if writing fails
     */
    default void write(Path path, EventStream events) throws IOException {
        open(path, events.width(), events.height()).writeAndClose(events);
    }
}

package org.spike4j.datasets.format;

import java.io.Closeable;
import java.io.IOException;
import org.spike4j.datasets.event.EventStream;

/** Turns the events of one recording into the bytes of a format, for {@link EventSink}; the header comes at its start. */
public interface PacketEncoder extends Closeable {
    /**
     * Encodes the next events.
     *
     * @param packet {@link EventSink#PACKET_EVENTS} events, the last time fewer; not modified
     * @throws IllegalArgumentException if the format cannot hold them
     * @throws IOException if writing fails
     */
    void append(EventStream packet) throws IOException;

    /**
     * Writes what is left when all events are known.
     *
     * @throws IllegalArgumentException if the format cannot hold the recording
     * @throws IOException if writing fails
     */
    void finish() throws IOException;

    /** Frees what the encoder holds beside the channel of the file. */
    @Override
    default void close() throws IOException {}
}

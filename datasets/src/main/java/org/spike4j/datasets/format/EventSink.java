package org.spike4j.datasets.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.file.PartFile;

/**
 * A recording that is being written packet by packet, in memory that does not grow with it. The events are put together
 * anew into packets of one size, so the file does not depend on how they were handed over. Not safe for use by several
 * threads.
 *
 * <p>Life cycle: {@link EventWriter#open}, {@link #append} as often as one likes, {@link #finish}, {@link #close}.
 * The target appears by {@link #finish}; closing without it, or after a failure, leaves the target as it was.
 */
public final class EventSink implements Closeable {
    /** Events that an encoder gets at once. */
    public static final int PACKET_EVENTS = 8192;

    private final PartFile part;
    private final PacketEncoder encoder;
    private final int width;
    private final int height;
    private final List<EventStream> pending = new ArrayList<>();
    private int pendingEvents;
    private boolean done;

    private EventSink(PartFile part, PacketEncoder encoder, int width, int height) {
        this.part = part;
        this.encoder = encoder;
        this.width = width;
        this.height = height;
    }

    /** How a format starts a file. */
    @FunctionalInterface
    public interface Encoding {
        /**
         * Writes the header.
         *
         * @param channel at its start; left open
         * @return an encoder that writes to the channel
         * @throws IllegalArgumentException if the format cannot hold the sensor
         * @throws IOException if writing fails
         */
        PacketEncoder start(FileChannel channel) throws IOException;
    }

    /**
     * Starts a file, for the writers of the format packages.
     *
     * @param path the file
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @param encoding the format
     * @return a sink without events; the caller closes it
     * @throws IllegalArgumentException if the format cannot hold the sensor
     * @throws IOException if writing fails
     */
    public static EventSink open(Path path, int width, int height, Encoding encoding) throws IOException {
        PartFile part = PartFile.open(path);
        try {
            return new EventSink(part, encoding.start(part.channel()), width, height);
        } catch (IOException | RuntimeException e) {
            part.close();
            throw e;
        }
    }

    /**
     * Writes on.
     *
     * @param packet the next events, any number of them, on the sensor of this file; not modified, held for a while
     * @throws IllegalArgumentException if the sensor is another one or the format cannot hold the events
     * @throws IllegalStateException after {@link #finish}, {@link #close} or a failure
     * @throws IOException if writing fails
     */
    public void append(EventStream packet) throws IOException {
        requireOpen();
        if (packet.width() != width || packet.height() != height) {
            throw new IllegalArgumentException("events must be on the sensor of this file, " + width + "x" + height
                    + ", were on " + packet.width() + "x" + packet.height());
        }
        int from = 0;
        while (from < packet.size()) {
            int end = Math.min(packet.size(), from + PACKET_EVENTS - pendingEvents);
            pending.add(packet.slice(from, end));
            pendingEvents += end - from;
            from = end;
            if (pendingEvents == PACKET_EVENTS) {
                encodePending();
            }
        }
    }

    /**
     * Writes the end and puts the file in its place.
     *
     * @throws IllegalArgumentException if the format cannot hold the recording
     * @throws IllegalStateException after {@link #finish}, {@link #close} or a failure
     * @throws IOException if writing fails; the target is then as it was
     */
    public void finish() throws IOException {
        requireOpen();
        if (pendingEvents > 0) {
            encodePending();
        }
        done = true;
        encoder.finish();
        part.publish();
    }

    /**
     * Writes all events of a recording, finishes and closes this sink, also on failure.
     *
     * @param events what to write; not modified
     * @throws IllegalArgumentException if the format cannot hold the events
     * @throws IOException if writing fails; the target is then as it was
     */
    public void writeAndClose(EventStream events) throws IOException {
        try (this) {
            append(events);
            finish();
        }
    }

    /** Gives up what was written unless it was finished. */
    @Override
    public void close() throws IOException {
        done = true;
        try (part) {
            encoder.close();
        }
    }

    private void encodePending() throws IOException {
        done = true;
        encoder.append(pending.size() == 1 ? pending.get(0) : EventStream.concat(pending));
        pending.clear();
        pendingEvents = 0;
        done = false;
    }

    private void requireOpen() {
        if (done) {
            throw new IllegalStateException("this recording was finished, closed or failed; open it anew to write");
        }
    }
}

package org.spike4j.datasets.format.nmnist;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.BufferedChannel;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.PacketEncoder;

/**
 * Writes a recording in the 40-bit format. Times from 2^23 microseconds on need one overflow event for each 2^13
 * microseconds, so the format suits recordings of seconds; two hours are the limit here.
 */
public final class NmnistWriter {
    private static final int MAX_COLUMNS = 256;
    private static final long MAX_TIME = 7_200_000_000L;

    private NmnistWriter() {}

    /**
     * Starts a file; one that exists is replaced by {@link EventSink#finish}, as a whole or not at all.
     *
     * @param path the file, to be named *.bin or *.bs2
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @return a sink without events; the caller closes it
     * @throws IOException if writing fails
     */
    public static EventSink open(Path path, int width, int height) throws IOException {
        return EventSink.open(path, width, height, Encoder::new);
    }

    /**
     * Writes a file; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file, to be named *.bin or *.bs2
     * @param events what to write, in this order: at least one, on at most 256x240 pixels, times 0 to 7.2e9
     *     microseconds that never fall back by more than 8 seconds; not modified
     * @throws IllegalArgumentException if the format cannot hold the events
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        open(path, events.width(), events.height()).writeAndClose(events);
    }

    private static final class Encoder implements PacketEncoder {
        private final BufferedChannel out;
        private long written;
        private long base;

        Encoder(FileChannel channel) {
            out = new BufferedChannel(channel, ByteOrder.BIG_ENDIAN);
        }

        @Override
        public void append(EventStream packet) throws IOException {
            for (int i = 0; i < packet.size(); i++) {
                requireEvent(packet, i);
                for (long n = overflows(base, packet.t(i)); n > 0; n--) {
                    put(0, FortyBits.word(FortyBits.OVERFLOW_ROW, 0, 0));
                    base += FortyBits.OVERFLOW_MICROS;
                }
                int time = (int) (packet.t(i) - base);
                put(packet.x(i), FortyBits.word(packet.y(i), packet.polarity(i), time));
                written++;
            }
        }

        @Override
        public void finish() throws IOException {
            if (written == 0) {
                throw new IllegalArgumentException("the 40-bit format holds at least one event, the stream has none");
            }
            out.flush();
        }

        private void requireEvent(EventStream packet, int i) {
            long time = packet.t(i);
            if (time < base || time > MAX_TIME) {
                throw new IllegalArgumentException("the 40-bit format holds event " + written + " at " + base + " to "
                        + MAX_TIME + " microseconds, was " + time + "; shift the times to start at 0");
            }
            if (packet.x(i) >= MAX_COLUMNS || packet.y(i) >= FortyBits.OVERFLOW_ROW) {
                throw new IllegalArgumentException("the 40-bit format holds pixels of 256x240, event " + written
                        + " is at (" + packet.x(i) + ", " + packet.y(i) + ")");
            }
        }

        private void put(int x, int word) throws IOException {
            out.room(FortyBits.BYTES).put((byte) x).putInt(word);
        }
    }

    /** Overflow events that must come before an event for its time to fit into 23 bits. */
    private static long overflows(long base, long time) {
        long excess = Math.min(time, MAX_TIME) - base - FortyBits.MAX_TIME;
        return excess <= 0 ? 0 : (excess + FortyBits.OVERFLOW_MICROS - 1) / FortyBits.OVERFLOW_MICROS;
    }
}

package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.BufferedChannel;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.PacketEncoder;

/**
 * Writes a RAW file with the encoding EVT 3.0: time and row where they change, then each event as a column of its own.
 * Where the time goes on by more than the 24 bits of the format, words in between keep count of the wraps.
 */
public final class Evt3Writer {
    private static final int MAX_PIXELS = 2048;
    private static final long MAX_TIME = 1L << 36;
    private static final int TYPE_SHIFT = 12;

    /** The longest step of the upper half of the time that is no step back. */
    private static final int MAX_STEP = (1 << Evt3Reader.TIME_BITS) - 1 - Evt3Reader.SLACK;

    private Evt3Writer() {}

    /**
     * Starts a file; one that exists is replaced by {@link EventSink#finish}, as a whole or not at all.
     *
     * @param path the file, to be named *.raw
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @return a sink without events; the caller closes it
     * @throws IllegalArgumentException if the format cannot hold the sensor
     * @throws IOException if writing fails
     */
    public static EventSink open(Path path, int width, int height) throws IOException {
        return EventSink.open(path, width, height, channel -> new Encoder(channel, width, height));
    }

    /**
     * Writes a file; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file, to be named *.raw
     * @param events what to write, in this order: on at most 2048x2048 pixels, times 0 to 2^36 microseconds (19 hours)
     *     that never fall back by more than 60 milliseconds; not modified
     * @throws IllegalArgumentException if the format cannot hold the events
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        open(path, events.width(), events.height()).writeAndClose(events);
    }

    private static final class Encoder implements PacketEncoder {
        private final BufferedChannel out;
        private long written;
        private long high = -1;
        private int low = -1;
        private int row = -1;

        Encoder(FileChannel channel, int width, int height) throws IOException {
            if (width > MAX_PIXELS || height > MAX_PIXELS) {
                throw new IllegalArgumentException(
                        "EVT 3.0 holds sensors of at most 2048x2048 pixels, was " + width + "x" + height);
            }
            out = new BufferedChannel(channel, ByteOrder.LITTLE_ENDIAN);
            out.put(header(width, height));
        }

        @Override
        public void append(EventStream packet) throws IOException {
            for (int i = 0; i < packet.size(); i++) {
                long time = packet.t(i);
                long next = time >> Evt3Reader.TIME_BITS;
                if (time < 0 || time > MAX_TIME || next < high - Evt3Reader.SLACK + 1) {
                    throw new IllegalArgumentException("EVT 3.0 holds times of 0 to " + MAX_TIME
                            + " microseconds that rise, event " + (written + i) + " has " + time
                            + "; shift the times to start at 0, sort the events");
                }
                if (next != high) {
                    high = putHigh(out, high, next);
                }
                int nextLow = (int) time & 0xfff;
                if (nextLow != low) {
                    low = nextLow;
                    put(out, Evt3Reader.TIME_LOW, low);
                }
                if (packet.y(i) != row) {
                    row = packet.y(i);
                    put(out, Evt3Reader.ADDRESS_Y, row);
                }
                put(out, Evt3Reader.ADDRESS_X, packet.polarity(i) << 11 | packet.x(i));
            }
            written += packet.size();
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }
    }

    /** Writes the upper half of the time, with steps in between that a reader cannot take for steps back. */
    private static long putHigh(BufferedChannel out, long from, long to) throws IOException {
        long high = from;
        if (high < 0) {
            high = Math.min(to, MAX_STEP);
            put(out, Evt3Reader.TIME_HIGH, (int) high);
        }
        while (high != to) {
            high = Math.min(to, high + MAX_STEP);
            put(out, Evt3Reader.TIME_HIGH, (int) high & 0xfff);
        }
        return high;
    }

    private static void put(BufferedChannel out, int type, int value) throws IOException {
        ByteBuffer bytes = out.room(Short.BYTES);
        bytes.putShort((short) (type << TYPE_SHIFT | value));
    }

    private static byte[] header(int width, int height) {
        String text = "% evt 3.0\n% format EVT3;height=" + height + ";width=" + width + "\n% geometry " + width + "x"
                + height + "\n" + RawHeader.LAST_LINE + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

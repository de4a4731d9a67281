package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.BufferedChannel;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.PacketEncoder;

/** Writes a DAT file of CD events. The same events give the same bytes: the date in the header is the epoch. */
public final class DatWriter {
    private static final int MAX_PIXELS = 1 << 14;
    private static final long MAX_STEP = Integer.MAX_VALUE;

    private DatWriter() {}

    /**
     * Starts a file; one that exists is replaced by {@link EventSink#finish}, as a whole or not at all.
     *
     * @param path the file, to be named *.dat
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
     * @param path the file, to be named *.dat
     * @param events what to write, in this order: on at most 16384x16384 pixels, the first at 0 to 2^32 - 1
     *     microseconds, each less than 2^31 from the one before; not modified
     * @throws IllegalArgumentException if the format cannot hold the events
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        open(path, events.width(), events.height()).writeAndClose(events);
    }

    private static final class Encoder implements PacketEncoder {
        private final BufferedChannel out;
        private long written;
        private long before;

        Encoder(FileChannel channel, int width, int height) throws IOException {
            if (width > MAX_PIXELS || height > MAX_PIXELS) {
                throw new IllegalArgumentException(
                        "DAT holds sensors of at most 16384x16384 pixels, was " + width + "x" + height);
            }
            out = new BufferedChannel(channel, ByteOrder.LITTLE_ENDIAN);
            String header = "% Data file containing CD events.\n% Version 2\n% Date 1970-01-01 00:00:00\n% Height "
                    + height + "\n% Width " + width + "\n";
            out.put(header.getBytes(StandardCharsets.US_ASCII));
            out.put(new byte[] {DatHeader.TYPE_CHANGE, DatHeader.EVENT_BYTES});
        }

        @Override
        public void append(EventStream packet) throws IOException {
            for (int i = 0; i < packet.size(); i++) {
                long time = packet.t(i);
                requireTime(time);
                int data = packet.polarity(i) << 28 | packet.y(i) << 14 | packet.x(i);
                out.room(DatHeader.EVENT_BYTES).putInt((int) time).putInt(data);
                before = time;
                written++;
            }
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }

        private void requireTime(long time) {
            boolean fits = written == 0 ? time >>> 32 == 0 : Math.abs(time - before) <= MAX_STEP;
            if (!fits) {
                throw new IllegalArgumentException("DAT holds a first time of 32 bits and steps of 31 bits, event "
                        + written + " has " + time + (written == 0 ? "" : " after " + before)
                        + "; shift the times to start at 0");
            }
        }
    }
}

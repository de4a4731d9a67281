package org.spike4j.datasets.format.es;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.BufferedChannel;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.PacketEncoder;

/** Writes an Event Stream of DVS events. A gap takes one byte for each 127 microseconds. */
public final class EsWriter {
    private static final int OVERFLOW = 0xff;
    private static final int OVERFLOW_MICROS = 127;
    private static final long MAX_TIME = 1L << 36;

    private EsWriter() {}

    /**
     * Starts a file; one that exists is replaced by {@link EventSink#finish}, as a whole or not at all.
     *
     * @param path the file, to be named *.es
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @return a sink without events; the caller closes it
     * @throws IOException if writing fails
     */
    public static EventSink open(Path path, int width, int height) throws IOException {
        return EventSink.open(path, width, height, channel -> new Encoder(channel, width, height));
    }

    /**
     * Writes a file; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file, to be named *.es
     * @param events what to write, in order of time, times 0 to 2^36 microseconds (19 hours); not modified
     * @throws IllegalArgumentException if the format cannot hold the events
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        open(path, events.width(), events.height()).writeAndClose(events);
    }

    private static final class Encoder implements PacketEncoder {
        private final BufferedChannel out;
        private long written;
        private long now;

        Encoder(FileChannel channel, int width, int height) throws IOException {
            out = new BufferedChannel(channel, ByteOrder.LITTLE_ENDIAN);
            out.put(EsFormat.SIGNATURE.getBytes(StandardCharsets.US_ASCII));
            out.put(new byte[] {EsHeader.MAJOR_VERSION, 0, 0, (byte) StreamType.DVS.number});
            out.room(4).putShort((short) width).putShort((short) height);
        }

        @Override
        public void append(EventStream packet) throws IOException {
            for (int i = 0; i < packet.size(); i++) {
                long time = packet.t(i);
                if (time < now || time > MAX_TIME) {
                    throw new IllegalArgumentException("Event Stream holds times of 0 to " + MAX_TIME
                            + " microseconds in order, event " + (written + i) + " has " + time + " after " + now
                            + "; sort the events, shift the times to start at 0");
                }
                while (time - now >= OVERFLOW_MICROS) {
                    out.room(1).put((byte) OVERFLOW);
                    now += OVERFLOW_MICROS;
                }
                int head = (int) (time - now) << 1 | packet.polarity(i);
                now = time;
                out.room(StreamType.DVS.eventBytes)
                        .put((byte) head)
                        .putShort((short) packet.x(i))
                        .putShort((short) packet.y(i));
            }
            written += packet.size();
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }
    }
}

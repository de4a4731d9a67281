package org.spike4j.datasets.format.aedat31;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.PacketEncoder;

/**
 * Writes a recording as AEDAT 3.1 with one source of number 1, all events valid, at most 8192 events a packet. The same
 * events give the same bytes: the start time in the header is the epoch. The line {@code #Sensor-Size 1: WxH} is an
 * addition that other readers leave out.
 */
public final class Aedat31Writer {
    private static final int TIME_BITS = 31;
    private static final long MAX_TIME = ((long) Integer.MAX_VALUE << TIME_BITS) + Integer.MAX_VALUE;

    private Aedat31Writer() {}

    /**
     * Starts a file; one that exists is replaced by {@link EventSink#finish}, as a whole or not at all.
     *
     * @param path the file, to be named *.aedat
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
     * @param path the file
     * @param events what to write, in this order; times 0 to 2^62 - 1 microseconds; not modified
     * @throws IllegalArgumentException if a time is out of range
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        open(path, events.width(), events.height()).writeAndClose(events);
    }

    private static final class Encoder implements PacketEncoder {
        private final FileChannel channel;
        private final ByteBuffer packet = ByteBuffer.allocate(
                        PacketHeader.BYTES + EventSink.PACKET_EVENTS * PacketHeader.POLARITY_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        private long written;

        Encoder(FileChannel channel, int width, int height) throws IOException {
            this.channel = channel;
            write(channel, ByteBuffer.wrap(FileHeader.bytes(new Sensor(width, height))));
        }

        @Override
        public void append(EventStream events) throws IOException {
            for (int i = 0; i < events.size(); i++) {
                if (events.t(i) < 0 || events.t(i) > MAX_TIME) {
                    throw new IllegalArgumentException("AEDAT 3.1 holds times from 0 to " + MAX_TIME
                            + " microseconds, event " + (written + i) + " has " + events.t(i));
                }
            }
            int start = 0;
            while (start < events.size()) {
                int end = packetEnd(events, start);
                putHeader(packet, (int) (events.t(start) >>> TIME_BITS), end - start);
                for (int i = start; i < end; i++) {
                    packet.putInt(PolarityEvent.word(events.x(i), events.y(i), events.polarity(i)));
                    packet.putInt((int) (events.t(i) & Integer.MAX_VALUE));
                }
                write(channel, packet.flip());
                packet.clear();
                start = end;
            }
            written += events.size();
        }

        /** Every packet is in the file already. */
        @Override
        public void finish() {}
    }

    /** A packet has one overflow count, so it ends where the count changes. */
    private static int packetEnd(EventStream events, int start) {
        long overflow = events.t(start) >>> TIME_BITS;
        int end = start + 1;
        while (end < events.size() && events.t(end) >>> TIME_BITS == overflow) {
            end++;
        }
        return end;
    }

    private static void putHeader(ByteBuffer packet, int overflow, int events) {
        packet.putShort((short) PacketHeader.POLARITY).putShort((short) 1);
        packet.putInt(PacketHeader.POLARITY_BYTES).putInt(PacketHeader.POLARITY_TIME_OFFSET);
        packet.putInt(overflow);
        packet.putInt(events).putInt(events).putInt(events);
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}

package org.spike4j.datasets.format.es;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.AtomicFile;
import org.spike4j.datasets.format.BufferedChannel;

/** Writes an Event Stream of DVS events. A gap takes one byte for each 127 microseconds. */
public final class EsWriter {
    private static final int OVERFLOW = 0xff;
    private static final int OVERFLOW_MICROS = 127;
    private static final long MAX_TIME = 1L << 36;

    private EsWriter() {}

    /**
     * Writes a file; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file, to be named *.es
     * @param events what to write, in order of time, times 0 to 2^36 microseconds (19 hours); not modified
     * @throws IllegalArgumentException if the format cannot hold the events
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        long before = 0;
        for (int i = 0; i < events.size(); i++) {
            long time = events.t(i);
            if (time < before || time > MAX_TIME) {
                throw new IllegalArgumentException("Event Stream holds times of 0 to " + MAX_TIME
                        + " microseconds in order, event " + i + " has " + time + " after " + before
                        + "; sort the events, shift the times to start at 0");
            }
            before = time;
        }
        AtomicFile.write(path, channel -> writeTo(channel, events));
    }

    private static void writeTo(FileChannel channel, EventStream events) throws IOException {
        BufferedChannel out = new BufferedChannel(channel, ByteOrder.LITTLE_ENDIAN);
        out.put(EsFormat.SIGNATURE.getBytes(StandardCharsets.US_ASCII));
        out.put(new byte[] {EsHeader.MAJOR_VERSION, 0, 0, (byte) StreamType.DVS.number});
        out.room(4).putShort((short) events.width()).putShort((short) events.height());
        long now = 0;
        for (int i = 0; i < events.size(); i++) {
            while (events.t(i) - now >= OVERFLOW_MICROS) {
                out.room(1).put((byte) OVERFLOW);
                now += OVERFLOW_MICROS;
            }
            int head = (int) (events.t(i) - now) << 1 | events.polarity(i);
            now = events.t(i);
            out.room(StreamType.DVS.eventBytes)
                    .put((byte) head)
                    .putShort((short) events.x(i))
                    .putShort((short) events.y(i));
        }
        out.flush();
    }
}

package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.AtomicFile;
import org.spike4j.datasets.format.BufferedChannel;

/** Writes a DAT file of CD events. The same events give the same bytes: the date in the header is the epoch. */
public final class DatWriter {
    private static final int MAX_PIXELS = 1 << 14;
    private static final long MAX_STEP = Integer.MAX_VALUE;

    private DatWriter() {}

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
        if (events.width() > MAX_PIXELS || events.height() > MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "DAT holds sensors of at most 16384x16384 pixels, was " + events.width() + "x" + events.height());
        }
        for (int i = 0; i < events.size(); i++) {
            long time = events.t(i);
            boolean fits = i == 0 ? time >>> 32 == 0 : Math.abs(time - events.t(i - 1)) <= MAX_STEP;
            if (!fits) {
                throw new IllegalArgumentException("DAT holds a first time of 32 bits and steps of 31 bits, event " + i
                        + " has " + time + (i == 0 ? "" : " after " + events.t(i - 1))
                        + "; shift the times to start at 0");
            }
        }
        AtomicFile.write(path, channel -> writeTo(channel, events));
    }

    private static void writeTo(FileChannel channel, EventStream events) throws IOException {
        BufferedChannel out = new BufferedChannel(channel, ByteOrder.LITTLE_ENDIAN);
        String header = "% Data file containing CD events.\n% Version 2\n% Date 1970-01-01 00:00:00\n% Height "
                + events.height() + "\n% Width " + events.width() + "\n";
        out.put(header.getBytes(StandardCharsets.US_ASCII));
        out.put(new byte[] {DatHeader.TYPE_CHANGE, DatHeader.EVENT_BYTES});
        for (int i = 0; i < events.size(); i++) {
            int data = events.polarity(i) << 28 | events.y(i) << 14 | events.x(i);
            out.room(DatHeader.EVENT_BYTES).putInt((int) events.t(i)).putInt(data);
        }
        out.flush();
    }
}

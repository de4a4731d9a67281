package org.spike4j.datasets.format.text;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.AtomicFile;
import org.spike4j.datasets.format.BufferedChannel;

/** Writes comma-separated values with the names {@code t_us,x,y,p}. The text does not hold the size of the sensor. */
public final class CsvWriter {
    private static final long MAX_TIME = 1L << 60;

    private CsvWriter() {}

    /**
     * Writes a file; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file, to be named *.csv
     * @param events what to write, in this order, times -2^60 to 2^60 microseconds; not modified
     * @throws IllegalArgumentException if a time is out of range
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        for (int i = 0; i < events.size(); i++) {
            if (events.t(i) < -MAX_TIME || events.t(i) > MAX_TIME) {
                throw new IllegalArgumentException("CSV holds times of -2^60 to 2^60 microseconds, event " + i + " has "
                        + events.t(i) + "; shift the times to start at 0");
            }
        }
        AtomicFile.write(path, channel -> writeTo(channel, events));
    }

    private static void writeTo(FileChannel channel, EventStream events) throws IOException {
        BufferedChannel out = new BufferedChannel(channel, ByteOrder.LITTLE_ENDIAN);
        out.put("t_us,x,y,p\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            line.setLength(0);
            line.append(events.t(i)).append(',').append(events.x(i)).append(',');
            line.append(events.y(i)).append(',').append(events.polarity(i)).append('\n');
            out.put(line.toString().getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }
}

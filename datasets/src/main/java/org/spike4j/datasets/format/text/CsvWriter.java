package org.spike4j.datasets.format.text;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.BufferedChannel;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.PacketEncoder;

/** Writes comma-separated values with the names {@code t_us,x,y,p}. The text does not hold the size of the sensor. */
public final class CsvWriter {
    private static final long MAX_TIME = 1L << 60;

    private CsvWriter() {}

    /**
     * Starts a file; one that exists is replaced by {@link EventSink#finish}, as a whole or not at all.
     *
     * @param path the file, to be named *.csv
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
     * @param path the file, to be named *.csv
     * @param events what to write, in this order, times -2^60 to 2^60 microseconds; not modified
     * @throws IllegalArgumentException if a time is out of range
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        open(path, events.width(), events.height()).writeAndClose(events);
    }

    private static final class Encoder implements PacketEncoder {
        private final BufferedChannel out;
        private final StringBuilder line = new StringBuilder();
        private long written;

        Encoder(FileChannel channel) throws IOException {
            out = new BufferedChannel(channel, ByteOrder.LITTLE_ENDIAN);
            out.put("t_us,x,y,p\n".getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void append(EventStream packet) throws IOException {
            for (int i = 0; i < packet.size(); i++) {
                long time = packet.t(i);
                if (time < -MAX_TIME || time > MAX_TIME) {
                    throw new IllegalArgumentException("CSV holds times of -2^60 to 2^60 microseconds, event "
                            + (written + i) + " has " + time + "; shift the times to start at 0");
                }
                line.setLength(0);
                line.append(time).append(',').append(packet.x(i)).append(',');
                line.append(packet.y(i)).append(',').append(packet.polarity(i)).append('\n');
                out.put(line.toString().getBytes(StandardCharsets.US_ASCII));
            }
            written += packet.size();
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }
    }
}

package org.spike4j.datasets.format.nmnist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.AtomicFile;

/**
 * Writes a recording in the 40-bit format. Times from 2^23 microseconds on need one overflow event for each 2^13
 * microseconds, so the format suits recordings of seconds; two hours are the limit here.
 */
public final class NmnistWriter {
    private static final int BUFFER_EVENTS = 8192;
    private static final int MAX_COLUMNS = 256;
    private static final long MAX_TIME = 7_200_000_000L;

    private NmnistWriter() {}

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
        if (events.size() == 0) {
            throw new IllegalArgumentException("the 40-bit format holds at least one event, the stream has none");
        }
        long base = 0;
        for (int i = 0; i < events.size(); i++) {
            long time = events.t(i);
            base += FortyBits.OVERFLOW_MICROS * overflows(base, time);
            if (time < base || time > MAX_TIME) {
                throw new IllegalArgumentException("the 40-bit format holds event " + i + " at " + base + " to "
                        + MAX_TIME + " microseconds, was " + time + "; shift the times to start at 0");
            }
            if (events.x(i) >= MAX_COLUMNS || events.y(i) >= FortyBits.OVERFLOW_ROW) {
                throw new IllegalArgumentException("the 40-bit format holds pixels of 256x240, event " + i + " is at ("
                        + events.x(i) + ", " + events.y(i) + ")");
            }
        }
        AtomicFile.write(path, channel -> writeTo(channel, events));
    }

    private static void writeTo(FileChannel channel, EventStream events) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER_EVENTS * FortyBits.BYTES);
        long base = 0;
        for (int i = 0; i < events.size(); i++) {
            for (long n = overflows(base, events.t(i)); n > 0; n--) {
                put(channel, bytes, 0, FortyBits.word(FortyBits.OVERFLOW_ROW, 0, 0));
                base += FortyBits.OVERFLOW_MICROS;
            }
            int time = (int) (events.t(i) - base);
            put(channel, bytes, events.x(i), FortyBits.word(events.y(i), events.polarity(i), time));
        }
        flush(channel, bytes);
    }

    /** Overflow events that must come before an event for its time to fit into 23 bits. */
    private static long overflows(long base, long time) {
        long excess = Math.min(time, MAX_TIME) - base - FortyBits.MAX_TIME;
        return excess <= 0 ? 0 : (excess + FortyBits.OVERFLOW_MICROS - 1) / FortyBits.OVERFLOW_MICROS;
    }

    private static void put(FileChannel channel, ByteBuffer bytes, int x, int word) throws IOException {
        if (bytes.remaining() < FortyBits.BYTES) {
            flush(channel, bytes);
        }
        bytes.put((byte) x).putInt(word);
    }

    private static void flush(FileChannel channel, ByteBuffer bytes) throws IOException {
        bytes.flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        bytes.clear();
    }
}

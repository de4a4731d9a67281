package org.spike4j.datasets.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Gathers small numbers for a channel, for the writers of the format packages; ends with {@link #flush}. */
public final class BufferedChannel {
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final ByteBuffer buffer;

    /**
     * Starts with an empty buffer.
     *
     * @param channel where the bytes go; left open
     * @param order of the bytes of a number
     */
    public BufferedChannel(FileChannel channel, ByteOrder order) {
        this.channel = channel;
        this.buffer = ByteBuffer.allocate(BUFFER_BYTES).order(order);
    }

    /**
     * The buffer to put bytes into.
     *
     * @param bytes that will be put, at most 65536
     * @return the buffer, with room for them
     * @throws IOException if writing what was put before fails
     */
    public ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    /**
     * Puts bytes.
     *
     * @param bytes as many as one likes; not modified
     * @throws IOException if writing fails
     */
    public void put(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += BUFFER_BYTES) {
            int length = Math.min(BUFFER_BYTES, bytes.length - from);
            room(length).put(bytes, from, length);
        }
    }

    /**
     * Writes what was put.
     *
     * @throws IOException if writing fails
     */
    public void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}

package org.spike4j.datasets.format.aedat4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.spike4j.datasets.format.ContentException;

/** Bytes that grow while a packet is decompressed, up to a limit, and are reused for the next packet. */
final class BoundedBytes {
    /** Bytes at the end of the array that a fast copy may write to beyond what it was asked for. */
    private static final int SLACK = 16;

    private final int limit;
    private byte[] bytes = new byte[0];
    private int size;

    BoundedBytes(int limit) {
        this.limit = limit;
    }

    /** The array to write to, valid until {@link #reserve}. */
    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Makes room for more bytes after the current ones. */
    void reserve(long more) throws ContentException {
        long wanted = size + more;
        if (wanted > limit) {
            throw new ContentException("a packet of at most " + limit + " bytes when decompressed", "more");
        }
        if (wanted > bytes.length) {
            grow(wanted);
        }
    }

    /** Makes room for more bytes, as many of them as the limit allows; returns how many. */
    int reserveUpTo(int most) {
        int room = Math.min(most, limit - size);
        if (size + room > bytes.length - SLACK) {
            grow(size + room);
        }
        return room;
    }

    private void grow(long wanted) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(wanted, 2L * bytes.length + 4096)) + SLACK);
    }

    /** Room for bytes without growing. */
    int room() {
        return Math.min(limit, bytes.length) - size;
    }

    /** Counts bytes that were written to the array after the current ones. */
    void advance(int written) {
        size += written;
    }

    /** Everything written. */
    ByteBuffer view() {
        return ByteBuffer.wrap(bytes, 0, size).slice().order(ByteOrder.LITTLE_ENDIAN);
    }
}

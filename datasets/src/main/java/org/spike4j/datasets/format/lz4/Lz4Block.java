package org.spike4j.datasets.format.lz4;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.spike4j.datasets.format.ContentException;

/**
 * Decompresses an LZ4 block: sequences of a token (4 bits literals, 4 bits match length - 4; 15 means that more length
 * bytes follow, each 255 but the last), literals, and a 2-byte distance back to the match. The last sequence ends after
 * its literals. Every length and distance is checked.
 *
 * <p>Sequences of events are short, so bytes are copied eight at a time, past the end of the sequence where the arrays
 * have room: what is written too much is overwritten by the next sequence.
 */
public final class Lz4Block {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MIN_MATCH = 4;
    private static final int LONG_LENGTH = 15;

    /** Literals of at most this length are copied as two longs. */
    private static final int SHORT_COPY = 16;

    private final byte[] in;
    private final int end;
    private int at;

    private Lz4Block(byte[] in, int from, int end) {
        this.in = in;
        this.at = from;
        this.end = end;
    }

    /**
     * Decompresses a block. Bytes past its last one, up to the end of the array, can be written over.
     *
     * @param in compressed bytes; not modified
     * @param from first byte of the block
     * @param end one past its last byte, at most the length of the array
     * @param out what was decompressed before, and where the block goes
     * @param at where the block starts
     * @param limit one past the last byte that the block may have
     * @param oldest first byte of out that matches may reach back to
     * @return one past the last byte of the block
     * @throws ContentException if the block is damaged
     */
    public static int decompress(byte[] in, int from, int end, byte[] out, int at, int limit, int oldest)
            throws ContentException {
        return from == end ? at : new Lz4Block(in, from, end).sequences(out, at, limit, oldest);
    }

    /** Appends all sequences; returns one past the last byte written. */
    private int sequences(byte[] out, int start, int limit, int oldest) throws ContentException {
        int to = start;
        while (at < end) {
            int token = in[at++] & 0xff;
            int literals = length(token >>> 4);
            if (literals > end - at) {
                throw new ContentException(literals + " literals of an LZ4 block", (end - at) + " bytes");
            }
            requireInside(literals, limit - to);
            copyLiterals(out, to, literals);
            to += literals;
            at += literals;
            if (at == end) {
                return to;
            }
            if (end - at < 2) {
                throw new ContentException("a match distance of an LZ4 block", "its end");
            }
            int distance = (short) SHORT.get(in, at) & 0xffff;
            at += 2;
            if (distance == 0 || distance > to - oldest) {
                throw new ContentException("an LZ4 match distance of 1 to " + (to - oldest), "distance " + distance);
            }
            int length = length(token & 15) + MIN_MATCH;
            requireInside(length, limit - to);
            copyMatch(out, to, distance, length);
            to += length;
        }
        throw new ContentException("a last LZ4 sequence without match", "the end after a match");
    }

    private int length(int nibble) throws ContentException {
        return nibble < LONG_LENGTH ? nibble : longLength();
    }

    private int longLength() throws ContentException {
        int length = LONG_LENGTH;
        int more;
        do {
            if (at == end) {
                throw new ContentException("a length byte of an LZ4 block", "its end");
            }
            more = in[at++] & 0xff;
            length += more;
        } while (more == 255);
        return length;
    }

    private static void requireInside(int length, int room) throws ContentException {
        if (length > room) {
            throw new ContentException("at most " + room + " more bytes in an LZ4 block", length + "");
        }
    }

    private void copyLiterals(byte[] out, int to, int length) {
        if (length <= SHORT_COPY && in.length - at >= SHORT_COPY && out.length - to >= SHORT_COPY) {
            LONG.set(out, to, (long) LONG.get(in, at));
            LONG.set(out, to + Long.BYTES, (long) LONG.get(in, at + Long.BYTES));
        } else {
            System.arraycopy(in, at, out, to, length);
        }
    }

    /** Repeats the bytes at the distance; the copy overlaps itself when it is longer than the distance. */
    private static void copyMatch(byte[] out, int to, int distance, int length) {
        int from = to - distance;
        if (distance >= Long.BYTES && out.length - to >= length + Long.BYTES) {
            for (int i = 0; i < length; i += Long.BYTES) {
                LONG.set(out, to + i, (long) LONG.get(out, from + i));
            }
            return;
        }
        int done = Math.min(distance, length);
        System.arraycopy(out, from, out, to, done);
        while (done < length) {
            int next = Math.min(done, length - done);
            System.arraycopy(out, to, out, to + done, next);
            done += next;
        }
    }
}

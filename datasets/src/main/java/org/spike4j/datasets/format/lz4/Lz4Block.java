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
 * have room: what is written too much is overwritten by the next sequence. Up to {@value #SHORT_COPY} bytes are two copies
 * whatever the length, since a branch on lengths that vary costs more than a copy.
 */
public final class Lz4Block {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MIN_MATCH = 4;
    private static final int LONG_LENGTH = 15;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    /** Literals and matches of at most this length are copied as two longs. */
    private static final int SHORT_COPY = 16;

    private Lz4Block() {}

    /**
     * Decompresses a block. Bytes past its last one, up to the end of the array, can be written over.
     *
     * @param in compressed bytes; not modified
     * @param from first byte of the block
     * @param end one past its last byte, at most the length of the array
     * @param out what was decompressed before, and where the block goes
     * @param start where the block starts
     * @param limit one past the last byte that the block may have
     * @param oldest first byte of out that matches may reach back to
     * @return one past the last byte of the block
     * @throws ContentException if the block is damaged
     */
    public static int decompress(byte[] in, int from, int end, byte[] out, int start, int limit, int oldest)
            throws ContentException {
        if (from == end) {
            return start;
        }
        int at = from;
        int to = start;
        while (at < end) {
            int token = in[at++] & 0xff;
            int literals = token >>> 4;
            if (literals == LONG_LENGTH) {
                int bytes = lengthBytes(in, at, end);
                at += bytes;
                literals = longLength(bytes, in[at - 1]);
            }
            if (literals > end - at) {
                throw new ContentException(literals + " literals of an LZ4 block", (end - at) + " bytes");
            }
            requireInside(literals, limit - to);
            copyLiterals(in, at, out, to, literals);
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
            int length = token & 15;
            if (length == LONG_LENGTH) {
                int bytes = lengthBytes(in, at, end);
                at += bytes;
                length = longLength(bytes, in[at - 1]);
            }
            length += MIN_MATCH;
            requireInside(length, limit - to);
            copyMatch(out, to, distance, length);
            to += length;
        }
        throw new ContentException("a last LZ4 sequence without match", "the end after a match");
    }

    /** Number of bytes that a long length has behind its token: some of 255 and one that is less. */
    private static int lengthBytes(byte[] in, int at, int end) throws ContentException {
        int last = at;
        while (last < end && in[last] == (byte) 255) {
            last++;
        }
        if (last == end) {
            throw new ContentException("a length byte of an LZ4 block", "its end");
        }
        return last + 1 - at;
    }

    /** At most what an array can have, so that a match is never negative. */
    private static int longLength(int bytes, byte last) {
        return (int) Math.min(MOST_BYTES, LONG_LENGTH + 255L * (bytes - 1) + (last & 0xff));
    }

    private static void requireInside(int length, int room) throws ContentException {
        if (length > room) {
            throw new ContentException("at most " + room + " more bytes in an LZ4 block", length + "");
        }
    }

    private static void copyLiterals(byte[] in, int at, byte[] out, int to, int length) {
        if (length <= SHORT_COPY && in.length - at >= SHORT_COPY && out.length - to >= SHORT_COPY) {
            copyTwoLongs(in, at, out, to);
        } else {
            System.arraycopy(in, at, out, to, length);
        }
    }

    /** Repeats the bytes at the distance; the copy overlaps itself when it is longer than the distance. */
    private static void copyMatch(byte[] out, int to, int distance, int length) {
        int from = to - distance;
        if (distance >= Long.BYTES && length <= SHORT_COPY && out.length - to >= SHORT_COPY) {
            copyTwoLongs(out, from, out, to);
            return;
        }
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

    /** The second read can see what the first copy wrote. */
    private static void copyTwoLongs(byte[] in, int from, byte[] out, int to) {
        LONG.set(out, to, (long) LONG.get(in, from));
        LONG.set(out, to + Long.BYTES, (long) LONG.get(in, from + Long.BYTES));
    }
}

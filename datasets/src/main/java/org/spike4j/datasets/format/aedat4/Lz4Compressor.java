package org.spike4j.datasets.format.aedat4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Compresses bytes as an LZ4 frame of independent blocks, as {@link Lz4Frame} reads it. Matches are found by one look
 * into a table of the last place of each hash of four bytes, so it is fast rather than thorough.
 */
final class Lz4Compressor {
    /** The block size that the frame announces. */
    private static final int BLOCK_BYTES = 1 << 18;

    private static final int MAGIC = 0x184D2204;
    private static final byte FLAGS = 0x60;
    private static final byte BLOCK_SIZE = 0x50;
    private static final int STORED = 1 << 31;
    private static final int HASH_BITS = 14;
    private static final int HASH_FACTOR = 0x9E3779B1;
    private static final int MIN_MATCH = 4;
    private static final int MAX_DISTANCE = 65535;
    private static final int LONG_LENGTH = 15;

    /** The format wants the last five bytes to be literals, and no match to start in the last twelve. */
    private static final int LAST_LITERALS = 5;

    private static final int LAST_MATCH = 12;

    private final int[] places = new int[1 << HASH_BITS];
    private ByteBuffer out = ByteBuffer.allocate(0);

    /** Compresses an array; the frame is valid until the next call. */
    ByteBuffer compress(byte[] content) {
        int blocks = (content.length + BLOCK_BYTES - 1) / BLOCK_BYTES;
        out = ByteBuffer.allocate(content.length + content.length / 255 + 64 * (1 + blocks))
                .order(ByteOrder.LITTLE_ENDIAN);
        byte[] descriptor = {FLAGS, BLOCK_SIZE};
        out.putInt(MAGIC).put(descriptor).put((byte) (XxHash32.of(descriptor, 0, 2) >> 8));
        for (int from = 0; from < content.length; from += BLOCK_BYTES) {
            block(content, from, Math.min(content.length, from + BLOCK_BYTES));
        }
        return out.putInt(0).flip();
    }

    /** Puts the size and the data of a block, as they are if compressing makes them no shorter. */
    private void block(byte[] content, int from, int end) {
        int sizeAt = out.position();
        out.putInt(0);
        sequences(content, from, end);
        int size = out.position() - sizeAt - Integer.BYTES;
        if (size >= end - from) {
            out.position(sizeAt + Integer.BYTES).put(content, from, end - from);
            size = end - from | STORED;
        }
        out.putInt(sizeAt, size);
    }

    private void sequences(byte[] content, int from, int stop) {
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.fill(places, -1);
        int written = from;
        int at = from;
        while (at < stop - LAST_MATCH) {
            int word = in.getInt(at);
            int hash = word * HASH_FACTOR >>> Integer.SIZE - HASH_BITS;
            int match = places[hash];
            places[hash] = at;
            if (match < 0 || at - match > MAX_DISTANCE || in.getInt(match) != word) {
                at++;
                continue;
            }
            int end = at + MIN_MATCH;
            while (end < stop - LAST_LITERALS && content[end] == content[match + end - at]) {
                end++;
            }
            literals(content, written, at - written, end - at - MIN_MATCH);
            out.putShort((short) (at - match));
            moreLength(end - at - MIN_MATCH);
            at = end;
            written = end;
        }
        literals(content, written, stop - written, 0);
    }

    /** Puts the token, which holds both lengths as far as they fit, and the literals. */
    private void literals(byte[] content, int from, int count, int match) {
        out.put((byte) (Math.min(count, LONG_LENGTH) << 4 | Math.min(match, LONG_LENGTH)));
        moreLength(count);
        out.put(content, from, count);
    }

    private void moreLength(int length) {
        if (length < LONG_LENGTH) {
            return;
        }
        int left = length - LONG_LENGTH;
        for (; left >= 255; left -= 255) {
            out.put((byte) 255);
        }
        out.put((byte) left);
    }
}

package org.spike4j.datasets.format.aedat4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Compresses bytes as an LZ4 frame of one independent block, as {@link Lz4Frame} reads it. Matches are found by one look
 * into a table of the last place of each hash of four bytes, so it is fast rather than thorough.
 */
final class Lz4Compressor {
    /** The largest content: the block size that the frame announces. */
    static final int MAX_BYTES = 1 << 18;

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

    /** Compresses the first bytes of an array; the frame is valid until the next call. */
    ByteBuffer compress(byte[] content, int length) {
        if (length > MAX_BYTES) {
            throw new IllegalArgumentException("content must have at most " + MAX_BYTES + " bytes, had " + length);
        }
        out = ByteBuffer.allocate(length + length / 255 + 64).order(ByteOrder.LITTLE_ENDIAN);
        byte[] descriptor = {FLAGS, BLOCK_SIZE};
        out.putInt(MAGIC).put(descriptor).put((byte) (XxHash32.of(descriptor, 0, 2) >> 8));
        int sizeAt = out.position();
        out.putInt(0);
        if (length == 0) {
            return out.flip();
        }
        block(content, length);
        int size = out.position() - sizeAt - Integer.BYTES;
        if (size >= length) {
            out.position(sizeAt + Integer.BYTES).put(content, 0, length);
            size = length | STORED;
        }
        return out.putInt(sizeAt, size).putInt(0).flip();
    }

    private void block(byte[] content, int length) {
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.fill(places, -1);
        int written = 0;
        int at = 0;
        while (at < length - LAST_MATCH) {
            int word = in.getInt(at);
            int hash = word * HASH_FACTOR >>> Integer.SIZE - HASH_BITS;
            int match = places[hash];
            places[hash] = at;
            if (match < 0 || at - match > MAX_DISTANCE || in.getInt(match) != word) {
                at++;
                continue;
            }
            int end = at + MIN_MATCH;
            while (end < length - LAST_LITERALS && content[end] == content[match + end - at]) {
                end++;
            }
            literals(content, written, at - written, end - at - MIN_MATCH);
            out.putShort((short) (at - match));
            moreLength(end - at - MIN_MATCH);
            at = end;
            written = end;
        }
        literals(content, written, length - written, 0);
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

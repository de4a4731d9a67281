package org.spike4j.datasets.format.hdf5.blosc;

import static org.spike4j.datasets.format.hdf5.blosc.BloscChunk.damaged;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.datasets.format.ContentException;

/**
 * The 16 bytes before the blocks of a chunk: version, version of the codec, flags, size of an element, then bytes of
 * the data, of a block and of the compressed chunk, each 4 bytes, lowest first.
 *
 * @param codec of the blocks
 * @param shuffle what was done to a block before it was compressed
 * @param copied whether the data follow as they are, without blocks
 * @param split whether each byte of an element is compressed by itself, in all blocks but a shorter last one
 * @param typeSize bytes of an element
 * @param bytes of the data
 * @param blockBytes of a block of data; the last one can be shorter
 */
record BloscHeader(
        BloscCodec codec, Shuffle shuffle, boolean copied, boolean split, int typeSize, int bytes, int blockBytes) {
    static final int SIZE = 16;
    private static final int VERSION = 2;
    private static final int BYTE_SHUFFLE = 0x1;
    private static final int COPIED = 0x2;
    private static final int BIT_SHUFFLE = 0x4;
    private static final int NOT_SPLIT = 0x10;
    private static final int CODEC_SHIFT = 5;

    /**
     * Reads the header of a chunk.
     *
     * @param chunk the whole chunk; not modified
     * @param maxBytes bytes that the data may have
     */
    static BloscHeader read(byte[] chunk, int maxBytes) throws ContentException {
        if (chunk.length < SIZE) {
            throw damaged("a header of " + SIZE + " bytes", chunk.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        int version = in.get(0);
        if (version < 1 || version > VERSION) {
            throw damaged("version 1 or 2", "version " + version);
        }
        int flags = in.get(2) & 0xff;
        int bytes = in.getInt(4);
        int blockBytes = in.getInt(8);
        int compressed = in.getInt(12);
        if (bytes < 0 || bytes > maxBytes) {
            throw damaged("at most " + maxBytes + " bytes of data", String.valueOf(bytes));
        }
        if (compressed < SIZE || compressed > chunk.length) {
            throw damaged(chunk.length + " compressed bytes at most", String.valueOf(compressed));
        }
        if (blockBytes < 1 && bytes > 0) {
            throw damaged("blocks of at least 1 byte", String.valueOf(blockBytes));
        }
        Shuffle shuffle =
                (flags & BYTE_SHUFFLE) != 0 ? Shuffle.BYTES : (flags & BIT_SHUFFLE) != 0 ? Shuffle.BITS : Shuffle.NONE;
        return new BloscHeader(
                BloscCodec.of(flags >>> CODEC_SHIFT),
                shuffle,
                (flags & COPIED) != 0,
                (flags & NOT_SPLIT) == 0,
                in.get(3) & 0xff,
                bytes,
                blockBytes);
    }

    int blocks() {
        return (int) (((long) bytes + blockBytes - 1) / blockBytes);
    }
}

package org.spike4j.datasets.format.hdf5.blosc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.datasets.format.ContentException;

/**
 * A chunk of HDF5 filter 32001: a {@link BloscHeader}, the places of its blocks (4 bytes each), and the blocks: one
 * stream or as many as an element has bytes, each after its length (4 bytes); a stream as long as its data is not
 * compressed.
 *
 * <p>Source: the chunk format of c-blosc 1, README_CHUNK_FORMAT.
 */
public final class BloscChunk {
    private BloscChunk() {}

    /**
     * Decompresses a chunk.
     *
     * @param chunk compressed bytes; not modified
     * @param maxBytes bytes that the data may have
     * @return the data
     * @throws ContentException if the chunk is damaged, or compressed by Snappy
     */
    public static byte[] decode(byte[] chunk, int maxBytes) throws ContentException {
        BloscHeader header = BloscHeader.read(chunk, maxBytes);
        byte[] out = new byte[header.bytes()];
        if (header.bytes() == 0) {
            return out;
        }
        if (header.copied()) {
            if (chunk.length - BloscHeader.SIZE < out.length) {
                throw damaged(out.length + " bytes of data", String.valueOf(chunk.length - BloscHeader.SIZE));
            }
            System.arraycopy(chunk, BloscHeader.SIZE, out, 0, out.length);
            return out;
        }
        ByteBuffer in = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        byte[] shuffled = new byte[Math.min(header.blockBytes(), out.length)];
        for (int block = 0; block < header.blocks(); block++) {
            int from = block * header.blockBytes();
            int length = Math.min(header.blockBytes(), out.length - from);
            decompress(header, in, place(in, block), shuffled, length);
            header.shuffle().undo(shuffled, length, Math.max(1, header.typeSize()), out, from);
        }
        return out;
    }

    private static int place(ByteBuffer in, int block) throws ContentException {
        long at = BloscHeader.SIZE + (long) Integer.BYTES * block;
        int place = at + Integer.BYTES > in.capacity() ? -1 : in.getInt((int) at);
        if (place < BloscHeader.SIZE || place > in.capacity()) {
            throw damaged("the place of block " + block + " inside the chunk", String.valueOf(place));
        }
        return place;
    }

    private static void decompress(BloscHeader header, ByteBuffer in, int place, byte[] out, int length)
            throws ContentException {
        boolean split = header.split() && length == header.blockBytes() && header.typeSize() > 0;
        int streams = split ? header.typeSize() : 1;
        if (length % streams != 0) {
            throw damaged("blocks of whole elements of " + streams + " bytes", length + " bytes");
        }
        int size = length / streams;
        int at = place;
        for (int k = 0; k < streams; k++) {
            int left = in.capacity() - at - Integer.BYTES;
            int compressed = left < 0 ? -1 : in.getInt(at);
            if (compressed < 0 || compressed > left) {
                throw damaged("a stream of at most " + left + " bytes", compressed + " bytes");
            }
            at += Integer.BYTES;
            if (compressed == size) {
                System.arraycopy(in.array(), at, out, k * size, size);
            } else {
                int made = header.codec().decompress(in.array(), at, compressed, out, k * size, size);
                if (made != size) {
                    throw damaged("streams of " + size + " bytes of data", made + " bytes");
                }
            }
            at += compressed;
        }
    }

    static ContentException damaged(String wanted, String found) {
        return new ContentException("a Blosc chunk with " + wanted, found);
    }
}

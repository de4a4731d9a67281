package org.spike4j.datasets.format.aedat4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.lz4.Lz4Block;

/**
 * Decompresses an LZ4 frame: magic, descriptor (flags, block size, optional content size and dictionary, checksum),
 * then blocks of a 4-byte size and data up to a size of 0, then an optional checksum of the content. Checksums are
 * verified. Source: the LZ4 frame format description, version 1.6.
 */
final class Lz4Frame {
    private static final int MAGIC = 0x184D2204;
    private static final int HAS_DICTIONARY = 1;
    private static final int HAS_CONTENT_CHECKSUM = 1 << 2;
    private static final int HAS_CONTENT_SIZE = 1 << 3;
    private static final int HAS_BLOCK_CHECKSUM = 1 << 4;
    private static final int BLOCKS_INDEPENDENT = 1 << 5;
    private static final int STORED = 1 << 31;

    private final ByteBuffer in;
    private final BoundedBytes out;
    private int flags;
    private int maxBlockBytes;

    private Lz4Frame(ByteBuffer packet, BoundedBytes out) {
        this.in = packet.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.out = out;
    }

    static void decompress(ByteBuffer packet, BoundedBytes out) throws ContentException {
        Lz4Frame frame = new Lz4Frame(packet, out);
        frame.readDescriptor();
        boolean more = true;
        while (more) {
            more = frame.readBlock();
        }
        frame.readContentChecksum();
    }

    private void readDescriptor() throws ContentException {
        require(6);
        int magic = in.getInt();
        if (magic != MAGIC) {
            throw new ContentException("an LZ4 frame", "magic number " + Integer.toHexString(magic));
        }
        int start = in.position();
        flags = in.get() & 0xff;
        int blockSize = in.get() >> 4 & 7;
        if (flags >> 6 != 1 || blockSize < 4 || (flags & HAS_DICTIONARY) != 0) {
            throw new ContentException(
                    "an LZ4 frame of version 1 without dictionary", "flags " + Integer.toHexString(flags));
        }
        maxBlockBytes = 1 << (2 * blockSize + 8);
        int more = (flags & HAS_CONTENT_SIZE) != 0 ? Long.BYTES : 0;
        require(more + 1);
        in.position(in.position() + more);
        int checksum = XxHash32.of(in.array(), in.arrayOffset() + start, in.position() - start) >> 8 & 0xff;
        requireChecksum(checksum, in.get() & 0xff, "descriptor");
    }

    /** Appends one block; false at the end mark. */
    private boolean readBlock() throws ContentException {
        require(Integer.BYTES);
        int size = in.getInt();
        if (size == 0) {
            return false;
        }
        int length = size & ~STORED;
        if (length > maxBlockBytes) {
            throw new ContentException("an LZ4 block of at most " + maxBlockBytes + " bytes", length + " bytes");
        }
        require(length);
        int from = in.arrayOffset() + in.position();
        if ((size & STORED) != 0) {
            out.reserve(length);
            System.arraycopy(in.array(), from, out.array(), out.size(), length);
            out.advance(length);
        } else {
            int oldest = (flags & BLOCKS_INDEPENDENT) != 0 ? out.size() : 0;
            decompress(in.array(), from, from + length, out, oldest, maxBlockBytes);
        }
        in.position(in.position() + length);
        if ((flags & HAS_BLOCK_CHECKSUM) != 0) {
            require(Integer.BYTES);
            requireChecksum(XxHash32.of(in.array(), from, length), in.getInt(), "block");
        }
        return true;
    }

    /**
     * Appends a block.
     *
     * @param in compressed bytes; not modified
     * @param from first byte of the block
     * @param end one past its last byte
     * @param out what was decompressed before, and where the block goes
     * @param oldest first byte of out that matches may reach back to
     * @param maxBytes bytes that the block may grow to
     * @throws ContentException if the block is damaged
     */
    static void decompress(byte[] in, int from, int end, BoundedBytes out, int oldest, int maxBytes)
            throws ContentException {
        if (out.room() == 0) {
            out.reserve(1);
        }
        int room = out.reserveUpTo(maxBytes);
        int size = out.size();
        out.advance(Lz4Block.decompress(in, from, end, out.array(), size, size + room, oldest) - size);
    }

    private void readContentChecksum() throws ContentException {
        if ((flags & HAS_CONTENT_CHECKSUM) != 0) {
            require(Integer.BYTES);
            requireChecksum(XxHash32.of(out.array(), 0, out.size()), in.getInt(), "content");
        }
    }

    private static void requireChecksum(int wanted, int found, String what) throws ContentException {
        if (wanted != found) {
            throw new ContentException(
                    "LZ4 " + what + " checksum " + Integer.toHexString(wanted), Integer.toHexString(found));
        }
    }

    private void require(int bytes) throws ContentException {
        if (in.remaining() < bytes) {
            throw new ContentException(bytes + " more bytes of an LZ4 frame", in.remaining() + " bytes");
        }
    }
}

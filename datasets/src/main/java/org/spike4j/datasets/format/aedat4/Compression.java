package org.spike4j.datasets.format.aedat4;

import java.nio.ByteBuffer;
import org.spike4j.datasets.format.ContentException;

/** How the packets of a file are compressed; the order is that of the numbers in the IOHeader. */
enum Compression {
    NONE,
    LZ4,
    LZ4_HIGH,
    ZSTD,
    ZSTD_HIGH;

    static Compression of(int number) throws ContentException {
        if (number < 0 || number >= values().length) {
            throw new ContentException("compression 0 (none), 1, 2 (LZ4), 3 or 4 (ZSTD)", "compression " + number);
        }
        return values()[number];
    }

    /**
     * Decompresses a packet.
     *
     * @param packet the bytes of the file, backed by an array; its position moves
     * @param scratch where the result goes, unless it is the packet itself
     * @return the content in little-endian order
     * @throws ContentException if the bytes are damaged or become too many
     */
    ByteBuffer decompress(ByteBuffer packet, BoundedBytes scratch) throws ContentException {
        scratch.clear();
        switch (this) {
            case NONE -> {
                return packet;
            }
            case LZ4, LZ4_HIGH -> Lz4Frame.decompress(packet, scratch);
            case ZSTD, ZSTD_HIGH -> ZstdFrame.decompress(packet, scratch);
        }
        return scratch.view();
    }
}

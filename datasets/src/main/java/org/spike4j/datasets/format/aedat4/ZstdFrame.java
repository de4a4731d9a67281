package org.spike4j.datasets.format.aedat4;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.spike4j.datasets.format.ContentException;

/** Decompresses a ZSTD frame (RFC 8878) with the library of the reference implementation, step by step. */
final class ZstdFrame {
    /** Window of at most 2^26 bytes, the limit of a packet. */
    private static final int MAX_WINDOW_LOG = 26;

    private ZstdFrame() {}

    static void decompress(ByteBuffer packet, BoundedBytes out) throws ContentException {
        InputStream in =
                new ByteArrayInputStream(packet.array(), packet.arrayOffset() + packet.position(), packet.remaining());
        try (ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(in)) {
            zstd.setLongMax(MAX_WINDOW_LOG);
            while (true) {
                out.reserve(1);
                int read = zstd.read(out.array(), out.size(), out.room());
                if (read < 0) {
                    return;
                }
                out.advance(read);
            }
        } catch (IOException e) {
            throw new ContentException("a ZSTD frame", "damaged data (" + e.getMessage() + ")");
        }
    }
}

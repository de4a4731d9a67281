package org.spike4j.datasets.format.hdf5.blosc;

import static org.spike4j.datasets.format.hdf5.blosc.BloscChunk.damaged;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.lz4.Lz4Block;

/** What the blocks of a chunk are compressed by. */
enum BloscCodec {
    /** BloscLZ, Blosc's own. */
    BLOSC_LZ {
        @Override
        int decompress(byte[] in, int from, int length, byte[] out, int at, int size) throws ContentException {
            return BloscLz.decompress(in, from, length, out, at, size);
        }
    },
    /** LZ4 blocks. */
    LZ4 {
        @Override
        int decompress(byte[] in, int from, int length, byte[] out, int at, int size) throws ContentException {
            try {
                return Lz4Block.decompress(in, from, from + length, out, at, at + size, at) - at;
            } catch (ContentException e) {
                throw damaged(e.wanted(), e.found());
            }
        }
    },
    /** Snappy, which Blosc is rarely built with. */
    SNAPPY {
        @Override
        int decompress(byte[] in, int from, int length, byte[] out, int at, int size) throws ContentException {
            throw damaged("BloscLZ, LZ4, zlib or ZSTD", "Snappy");
        }
    },
    /** zlib streams. */
    ZLIB {
        @Override
        int decompress(byte[] in, int from, int length, byte[] out, int at, int size) throws ContentException {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(in, from, length);
                int made = inflater.inflate(out, at, size);
                return inflater.finished() ? made : -1;
            } catch (DataFormatException e) {
                throw damaged("a zlib stream", String.valueOf(e.getMessage()));
            } finally {
                inflater.end();
            }
        }
    },
    /** ZSTD frames, as DSEC has them. */
    ZSTD {
        @Override
        int decompress(byte[] in, int from, int length, byte[] out, int at, int size) throws ContentException {
            try {
                return (int) Zstd.decompressByteArray(out, at, size, in, from, length);
            } catch (ZstdException e) {
                throw damaged("a ZSTD frame", String.valueOf(e.getMessage()));
            }
        }
    };

    /** The codec of a number in the flags. */
    static BloscCodec of(int number) throws ContentException {
        if (number >= values().length) {
            throw damaged("codec 0 to " + (values().length - 1), "codec " + number);
        }
        return values()[number];
    }

    /**
     * Decompresses a stream.
     *
     * @param in where it is; not modified
     * @param from its first byte
     * @param length its bytes
     * @param out where the data go
     * @param at place of the first byte
     * @param size bytes wanted
     * @return bytes made; not {@code size} if the stream is damaged
     */
    abstract int decompress(byte[] in, int from, int length, byte[] out, int at, int size) throws ContentException;
}

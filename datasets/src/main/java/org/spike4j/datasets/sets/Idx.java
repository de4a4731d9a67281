package org.spike4j.datasets.sets;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of bytes with up to a few dimensions, packed with gzip or not, as MNIST comes in.
 *
 * <p>Big-endian: two zero bytes, 8 for unsigned bytes, the number of dimensions, each dimension as 4 bytes, then the
 * bytes, last dimension fastest. Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".
 */
final class Idx {
    private static final int UNSIGNED_BYTES = 0x0800;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final long MOST_BYTES = 250_000_000;

    private final int[] dimensions;
    private final byte[] bytes;

    private Idx(int[] dimensions, byte[] bytes) {
        this.dimensions = dimensions;
        this.bytes = bytes;
    }

    /** A size; 0 is the number of items. */
    int dimension(int i) {
        return dimensions[i];
    }

    /** The content itself, last dimension fastest; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Reads a file.
     *
     * @param file an IDX file, gzipped or not
     * @param rank number of dimensions that it must have
     */
    static Idx read(Path file, int rank) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream in = new DataInputStream(unpacked(raw))) {
            return content(file, in, rank);
        } catch (EOFException | ZipException e) {
            IdxException failure = new IdxException(
                    file, 0, "a whole IDX file", e instanceof EOFException ? "one that ends early" : e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(2);
        boolean packed = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
        raw.reset();
        return packed ? new GZIPInputStream(raw) : raw;
    }

    private static Idx content(Path file, DataInputStream in, int rank) throws IOException {
        int magic = in.readInt();
        if (magic != (UNSIGNED_BYTES | rank)) {
            throw new IdxException(
                    file,
                    0,
                    String.format("magic 0x%08x (%d dimensions of bytes)", UNSIGNED_BYTES | rank, rank),
                    String.format("0x%08x", magic));
        }
        int[] dimensions = new int[rank];
        long size = 1;
        for (int i = 0; i < rank; i++) {
            dimensions[i] = in.readInt();
            size *= Math.max(0, dimensions[i]);
            if (dimensions[i] < 1 || size > MOST_BYTES) {
                throw new IdxException(
                        file,
                        4L + 4L * i,
                        "dimensions of 1 or more and at most " + MOST_BYTES + " bytes in all",
                        Arrays.toString(Arrays.copyOf(dimensions, i + 1)));
            }
        }
        byte[] bytes = in.readNBytes((int) size);
        long head = 4L + 4L * rank;
        if (bytes.length < size) {
            throw new IdxException(file, head + bytes.length, size + " bytes of content", bytes.length + " bytes");
        }
        if (in.read() >= 0) {
            throw new IdxException(file, head + size, "the end of the file", "more bytes");
        }
        return new Idx(dimensions, bytes);
    }
}

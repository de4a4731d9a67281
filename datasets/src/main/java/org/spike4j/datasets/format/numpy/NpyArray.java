package org.spike4j.datasets.format.numpy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.spike4j.datasets.format.ContentException;

/** An array that is read from its start, some rows at a time. */
final class NpyArray {
    private static final int VERSION_AT = 6;
    private static final int PREFIX_BYTES = 8;
    private static final int MAX_HEADER_BYTES = 1 << 16;

    private final String name;
    private final InputStream in;
    private final NpyHeader header;
    private ByteBuffer rows = ByteBuffer.allocate(0);
    private long left;

    private NpyArray(String name, InputStream in, NpyHeader header) {
        this.name = name;
        this.in = in;
        this.header = header;
        this.left = header.rows();
    }

    /** Reads the header; the caller closes the stream. */
    static NpyArray open(String name, InputStream in) throws IOException, ContentException {
        return new NpyArray(name, in, NpyHeader.of(headerText(name, in)));
    }

    /** Reads on to the first number. */
    static String headerText(String name, InputStream in) throws IOException, ContentException {
        byte[] prefix = in.readNBytes(PREFIX_BYTES);
        String magic = new String(prefix, StandardCharsets.ISO_8859_1);
        if (prefix.length < PREFIX_BYTES || !magic.startsWith(NpyHeader.MAGIC)) {
            throw new ContentException("an array " + name + " that starts with \\x93NUMPY", "something else");
        }
        byte[] length = in.readNBytes(prefix[VERSION_AT] == 1 ? 2 : 4);
        int bytes = 0;
        for (int i = length.length - 1; i >= 0; i--) {
            bytes = bytes << 8 | length[i] & 0xff;
        }
        if (bytes < 0 || bytes > MAX_HEADER_BYTES) {
            throw new ContentException("a header of at most " + MAX_HEADER_BYTES + " bytes", bytes + " bytes");
        }
        return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    String name() {
        return name;
    }

    NpyHeader header() {
        return header;
    }

    /** Reads on by some rows, fewer at the end. */
    int next(int most) throws IOException, ContentException {
        int count = (int) Math.min(most, left);
        int bytes = count * header.rowBytes();
        if (rows.capacity() < bytes) {
            rows = ByteBuffer.allocate(bytes);
        }
        int read = in.readNBytes(rows.array(), 0, bytes);
        if (read < bytes) {
            throw new ContentException(
                    header.rows() + " rows in array " + name, left - read / header.rowBytes() + " fewer");
        }
        left -= count;
        return count;
    }

    /** A number of a row that was read last. */
    long get(int row, Field field, long up, long down) {
        return field.get(rows, row * header.rowBytes(), up, down);
    }

    /** A number of a row that was read last, with its fraction. */
    double decimal(int row, Field field) {
        return field.type().decimal(rows.order(field.order()), row * header.rowBytes() + field.offset());
    }
}

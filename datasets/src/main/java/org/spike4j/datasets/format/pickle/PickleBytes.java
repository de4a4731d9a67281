package org.spike4j.datasets.format.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.format.EventFileException;

/** The bytes of a pickle file, unpacked, up to a limit; knows where it is for error messages. */
final class PickleBytes {
    private static final int LONGEST_LINE = 256;

    private final Path path;
    private final InputStream in;
    private final long limit;
    private long position;

    PickleBytes(Path path, InputStream in, long limit) {
        this.path = path;
        this.in = in;
        this.limit = limit;
    }

    long position() {
        return position;
    }

    int next() throws IOException {
        return take(1).get() & 0xff;
    }

    /** The next bytes, numbers are little-endian. Lengths beyond the file are noticed before memory is taken for them. */
    ByteBuffer take(long length) throws IOException {
        if (position + length > limit) {
            throw error(position, "at most " + limit + " bytes when unpacked", "more", "use a smaller file");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw error(position, length + " bytes", "only " + bytes.length, "the file is cut off, download it again");
        }
        position += length;
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A length of four bytes, without sign. */
    long length() throws IOException {
        return take(4).getInt() & 0xffff_ffffL;
    }

    String text(long length) throws IOException {
        return StandardCharsets.UTF_8.decode(take(length)).toString();
    }

    /** Text up to the end of a line. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        long start = position;
        int next = next();
        while (next != '\n') {
            if (line.length() == LONGEST_LINE) {
                throw damaged(start, "a line of at most " + LONGEST_LINE + " letters", "a longer one");
            }
            line.append((char) next);
            next = next();
        }
        return line.toString();
    }

    EventFileException error(long offset, String wanted, String found, String wayOut) {
        return new EventFileException(path, offset, wanted, found, wayOut);
    }

    EventFileException damaged(long offset, String wanted, String found) {
        return error(offset, wanted, found, "the file is damaged or holds other objects than lists, texts and arrays");
    }
}

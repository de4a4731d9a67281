package org.spike4j.datasets.format.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.FileCursor;

/**
 * Walks over the packets of a file: the number of a stream, a size, and that many bytes that are one FlatBuffer with its size
 * before it, compressed if the file says so. Packets of more than 64 MiB, compressed or not, are refused.
 */
final class Packets {
    static final int MAX_BYTES = 1 << 26;
    static final int HEADER_BYTES = 8;

    private final FileCursor file;
    private final IoHeader header;
    private final BoundedBytes scratch = new BoundedBytes(MAX_BYTES);
    private long offset;
    private int stream;
    private int size;

    /** Starts at the place of the cursor, which is moved by this alone. */
    Packets(FileCursor file, IoHeader header) {
        this.file = file;
        this.header = header;
    }

    boolean hasNext() {
        return file.position() < header.dataEnd();
    }

    /** Reads the head of the next packet; {@link #content} or {@link #skip} is to follow. */
    void next() throws IOException {
        offset = file.position();
        ByteBuffer bytes = file.take(HEADER_BYTES, "a packet header");
        stream = bytes.getInt(0);
        size = bytes.getInt(4);
        if (size < 0 || size > header.dataEnd() - file.position()) {
            throw file.damaged(
                    offset, "a packet that ends before byte " + header.dataEnd(), "a packet of size " + size);
        }
    }

    /** The number of the stream of this packet. */
    int stream() {
        return stream;
    }

    void skip() throws IOException {
        file.skip(size, "a packet");
    }

    /** The FlatBuffer of this packet; valid until the next call. */
    ByteBuffer content() throws IOException, ContentException {
        if (size > MAX_BYTES) {
            throw new ContentException("a packet of at most " + MAX_BYTES + " bytes", size + " bytes");
        }
        return flatBuffer(header.compression().decompress(file.take(size, "a packet"), scratch));
    }

    /** The bytes behind the size that a FlatBuffer starts with. */
    static ByteBuffer flatBuffer(ByteBuffer content) throws ContentException {
        int length = content.remaining() < Integer.BYTES ? -1 : content.getInt(0);
        if (length < 0 || length > content.limit() - Integer.BYTES) {
            throw new ContentException("a FlatBuffer of at most " + content.limit() + " bytes", "size " + length);
        }
        return content.slice(Integer.BYTES, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The error of what is wrong inside this packet. */
    EventFileException damaged(ContentException e) {
        return file.damaged(offset, e.wanted(), e.found());
    }
}

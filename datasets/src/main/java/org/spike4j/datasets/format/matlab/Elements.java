package org.spike4j.datasets.format.matlab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.datasets.format.ContentException;

/**
 * Data elements, read one after the other: a tag of type and length of 4 bytes each, then the content up to a multiple of
 * 8 bytes. A content of at most 4 bytes may stand in the tag, whose upper 2 bytes then are its length.
 */
final class Elements {
    static final int MATRIX = 14;
    static final int COMPRESSED = 15;
    private static final int MAX_SMALL_BYTES = 4096;
    private static final int UNIT = 8;

    private final InputStream in;
    private final ByteOrder order;

    Elements(InputStream in, ByteOrder order) {
        this.in = in;
        this.order = order;
    }

    /**
     * Type and length of an element.
     *
     * @param type number of the type
     * @param bytes of the content
     * @param small the content if it stands in the tag, else empty
     */
    record Tag(int type, long bytes, byte[] small) {
        boolean isSmall() {
            return small.length > 0;
        }

        /** Bytes up to the next element. */
        long padding() {
            return isSmall() ? 0 : (UNIT - bytes % UNIT) % UNIT;
        }
    }

    ByteOrder order() {
        return order;
    }

    InputStream in() {
        return in;
    }

    Tag tag() throws IOException, ContentException {
        ByteBuffer tag = exactly(UNIT);
        int type = tag.getInt(0);
        int length = type >>> 16;
        if (length == 0) {
            return new Tag(type, tag.getInt(4) & 0xffffffffL, new byte[0]);
        }
        if (length > 4) {
            throw new ContentException("a small element of at most 4 bytes", length + " bytes");
        }
        return new Tag(type & 0xffff, length, new byte[] {tag.get(4), tag.get(5), tag.get(6), tag.get(7)});
    }

    /** The content of a short element, such as a name. */
    ByteBuffer content(Tag tag) throws IOException, ContentException {
        if (tag.isSmall()) {
            return ByteBuffer.wrap(tag.small(), 0, (int) tag.bytes()).order(order);
        }
        if (tag.bytes() > MAX_SMALL_BYTES) {
            throw new ContentException(
                    "a name or shape of at most " + MAX_SMALL_BYTES + " bytes", tag.bytes() + " bytes");
        }
        ByteBuffer content = exactly((int) tag.bytes());
        in.skipNBytes(tag.padding());
        return content;
    }

    private ByteBuffer exactly(int bytes) throws IOException, ContentException {
        byte[] content = in.readNBytes(bytes);
        if (content.length < bytes) {
            throw new ContentException(bytes + " bytes of an element", "the end after " + content.length);
        }
        return ByteBuffer.wrap(content).order(order);
    }
}

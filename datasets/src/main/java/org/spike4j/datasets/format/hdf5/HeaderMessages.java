package org.spike4j.datasets.format.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * An object header of version 1 in the making: a prefix of 16 bytes, then messages of a type, a size and content in units of 8
 * bytes.
 *
 * <p>Source: HDF5 File Format Specification 3.0, IV.A.1.a and IV.A.2.
 */
final class HeaderMessages {
    static final long UNDEFINED = -1;
    private static final int UNIT = 8;
    private static final int PREFIX_BYTES = 16;

    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private int count;

    /** Type of whole numbers, little-endian. */
    record Whole(int bytes, boolean signed) {
        static final int DESCRIPTION_BYTES = 12;

        /** Written up to its position. */
        ByteBuffer description() {
            ByteBuffer type = buffer(DESCRIPTION_BYTES);
            type.put((byte) 0x10)
                    .put((byte) (signed ? 8 : 0))
                    .putShort((short) 0)
                    .putInt(bytes);
            return type.putShort((short) 0).putShort((short) (8 * bytes));
        }
    }

    /** The start of a group: names of its links are in messages of their own, not in a tree. */
    static HeaderMessages ofGroup() {
        HeaderMessages header = new HeaderMessages();
        header.add(0x02, buffer(18).putShort((short) 0).putLong(UNDEFINED).putLong(UNDEFINED));
        header.add(0x0a, buffer(2).putShort((short) 0));
        return header;
    }

    /** A data set of one dimension in chunks that were shuffled, then deflated. */
    static HeaderMessages ofColumn(Whole type, long rows, int chunkRows, int level, long tree) {
        HeaderMessages header = new HeaderMessages();
        header.add(0x01, space(rows));
        header.add(0x03, type.description());
        // Space as chunks come; values that nobody wrote are not defined.
        header.add(0x05, buffer(4).putInt(0x00020302));
        ByteBuffer layout = buffer(19).put((byte) 3).put((byte) 2).put((byte) 2);
        header.add(0x08, layout.putLong(tree).putInt(chunkRows).putInt(type.bytes()));
        ByteBuffer filters = buffer(40).putLong(0x0201);
        filters.putShort((short) 2).putShort((short) 0).putShort((short) 1).putShort((short) 1);
        filters.putInt(type.bytes()).putInt(0);
        filters.putShort((short) 1).putShort((short) 0).putShort((short) 1).putShort((short) 1);
        header.add(0x0b, filters.putInt(level).putInt(0));
        return header;
    }

    /** A name in a group. */
    HeaderMessages link(String name, long address) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer link = buffer(3 + letters.length + Long.BYTES);
        link.put((byte) 1).put((byte) 0).put((byte) letters.length).put(letters).putLong(address);
        return add(0x06, link);
    }

    /** An attribute of some numbers of 4 bytes. */
    HeaderMessages attribute(String name, int... numbers) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer type = new Whole(Integer.BYTES, true).description().flip();
        ByteBuffer space = space(numbers.length).flip();
        int nameBytes = padded(letters.length + 1);
        int typeBytes = padded(type.limit());
        ByteBuffer attribute = buffer(8 + nameBytes + typeBytes + space.limit() + numbers.length * Integer.BYTES);
        attribute.putShort((short) 1).putShort((short) (letters.length + 1));
        attribute.putShort((short) type.limit()).putShort((short) space.limit());
        attribute.put(8, letters).position(8 + nameBytes);
        attribute.put(type).position(8 + nameBytes + typeBytes);
        attribute.put(space);
        for (int number : numbers) {
            attribute.putInt(number);
        }
        return add(0x0c, attribute);
    }

    ByteBuffer bytes() {
        ByteBuffer header = buffer(PREFIX_BYTES + messages.size());
        header.put((byte) 1)
                .put((byte) 0)
                .putShort((short) count)
                .putInt(1)
                .putInt(messages.size())
                .putInt(0);
        return header.put(messages.toByteArray()).flip();
    }

    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer space(long rows) {
        return buffer(16)
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) 0)
                .putInt(0)
                .putLong(rows);
    }

    /** Takes the content from the start of a buffer to its position. */
    private HeaderMessages add(int type, ByteBuffer content) {
        int size = padded(content.position());
        messages.writeBytes(buffer(8)
                .putShort((short) type)
                .putShort((short) size)
                .putInt(0)
                .array());
        messages.write(content.array(), 0, content.position());
        messages.writeBytes(new byte[size - content.position()]);
        count++;
        return this;
    }

    private static int padded(int bytes) {
        return (bytes + UNIT - 1) / UNIT * UNIT;
    }
}

package org.spike4j.datasets.format.matlab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.matlab.Elements.Tag;
import org.spike4j.datasets.format.table.NumberType;

/** A numeric variable, read from its first number on. MATLAB may keep its numbers in a smaller type than its class. */
final class MatlabColumn {
    private static final int CLASS_DOUBLE = 6;
    private static final int CLASS_UINT64 = 15;
    private static final int COMPLEX = 1 << 11;

    private final String name;
    private final InputStream numbers;
    private final NumberType type;
    private final ByteOrder order;
    private final long rows;
    private long at;
    private byte[] bytes = new byte[0];

    private MatlabColumn(String name, InputStream numbers, NumberType type, ByteOrder order, long rows) {
        this.name = name;
        this.numbers = numbers;
        this.type = type;
        this.order = order;
        this.rows = rows;
    }

    /** Reads the head of a matrix: flags, shape and name. Of one without real numbers, only the name is of use. */
    static MatlabColumn of(Elements elements) throws IOException, ContentException {
        ByteBuffer flags = elements.content(elements.tag());
        ByteBuffer shape = elements.content(elements.tag());
        String name = StandardCharsets.ISO_8859_1
                .decode(elements.content(elements.tag()))
                .toString();
        int kind = flags.remaining() < 4 ? 0 : flags.getInt(0);
        int matlabClass = kind & 0xff;
        if (matlabClass < CLASS_DOUBLE || matlabClass > CLASS_UINT64 || (kind & COMPLEX) != 0) {
            return new MatlabColumn(name, InputStream.nullInputStream(), NumberType.INT8, elements.order(), -1);
        }
        long rows = 1;
        while (shape.remaining() >= Integer.BYTES) {
            long size = shape.getInt();
            rows = Math.min(Long.MAX_VALUE >> 32, rows * Math.max(0, size));
        }
        Tag tag = elements.tag();
        NumberType type = type(tag.type(), name);
        if (tag.bytes() != rows * type.bytes()) {
            throw new ContentException(rows + " numbers in variable " + name, tag.bytes() + " bytes");
        }
        InputStream numbers =
                tag.isSmall() ? new ByteArrayInputStream(tag.small(), 0, (int) tag.bytes()) : elements.in();
        return new MatlabColumn(name, numbers, type, elements.order(), rows);
    }

    String name() {
        return name;
    }

    /** Numbers of the variable, -1 if it is not numeric. */
    long rows() {
        return rows;
    }

    /** Reads on; returns how many numbers, 0 at the end. */
    int next(long[] values, long up, long down) throws IOException, ContentException {
        int count = (int) Math.min(values.length, rows - at);
        int wanted = count * type.bytes();
        if (bytes.length < wanted) {
            bytes = new byte[wanted];
        }
        int read = numbers.readNBytes(bytes, 0, wanted);
        if (read < wanted) {
            throw new ContentException(
                    rows + " numbers in variable " + name, "the end after " + (at + read / type.bytes()));
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
        for (int i = 0; i < count; i++) {
            values[i] = type.get(buffer, i * type.bytes(), up, down);
        }
        at += count;
        return count;
    }

    private static NumberType type(int number, String name) throws ContentException {
        return switch (number) {
            case 1 -> NumberType.INT8;
            case 2 -> NumberType.UINT8;
            case 3 -> NumberType.INT16;
            case 4 -> NumberType.UINT16;
            case 5 -> NumberType.INT32;
            case 6 -> NumberType.UINT32;
            case 7 -> NumberType.FLOAT;
            case 9 -> NumberType.DOUBLE;
            case 12 -> NumberType.INT64;
            case 13 -> NumberType.UINT64;
            default -> throw new ContentException("numbers in variable " + name, "the type " + number);
        };
    }
}

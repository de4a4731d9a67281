package org.spike4j.datasets.format.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * A number in each row of an array.
 *
 * @param name of the field, lower case; empty in an array without fields
 * @param kind i signed, u unsigned, f floating point, b truth value
 * @param bytes of the number
 * @param order of its bytes
 * @param offset of its first byte in the row
 */
record Field(String name, char kind, int bytes, ByteOrder order, int offset) {
    /** What {@link #get} gives for numbers that a long cannot hold. */
    static final long OUT_OF_RANGE = Long.MIN_VALUE;

    private static final double LIMIT = 9e18;

    /** Makes the name lower case. */
    Field {
        name = name.toLowerCase(Locale.ROOT);
    }

    /** Whether numbers of this kind can be read. */
    boolean isNumber() {
        return switch (kind) {
            case 'i', 'u' -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
            case 'f' -> bytes == 4 || bytes == 8;
            case 'b' -> bytes == 1;
            default -> false;
        };
    }

    boolean isFloat() {
        return kind == 'f';
    }

    /** The number times up over down, rounded to the nearest whole one. */
    long get(ByteBuffer rows, int rowStart, long up, long down) {
        int at = rowStart + offset;
        rows.order(order);
        if (isFloat()) {
            double value = bytes == 4 ? rows.getFloat(at) : rows.getDouble(at);
            double scaled = value * up / down;
            return Math.abs(scaled) < LIMIT ? Math.round(scaled) : OUT_OF_RANGE;
        }
        long value = whole(rows, at);
        boolean fits = value != OUT_OF_RANGE && Math.abs(value) <= Long.MAX_VALUE / up;
        return fits ? Math.floorDiv(value * up + down / 2, down) : OUT_OF_RANGE;
    }

    private long whole(ByteBuffer rows, int at) {
        boolean signed = kind == 'i';
        return switch (bytes) {
            case 1 -> signed ? rows.get(at) : rows.get(at) & 0xff;
            case 2 -> signed ? rows.getShort(at) : rows.getShort(at) & 0xffff;
            case 4 -> signed ? rows.getInt(at) : rows.getInt(at) & 0xffffffffL;
            default -> !signed && rows.getLong(at) < 0 ? OUT_OF_RANGE : rows.getLong(at);
        };
    }
}

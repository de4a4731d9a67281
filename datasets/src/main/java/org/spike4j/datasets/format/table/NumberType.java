package org.spike4j.datasets.format.table;

import java.nio.ByteBuffer;

/** The numbers that a column can have. */
public enum NumberType {
    /** Signed, 1 byte. */
    INT8(1),
    /** Unsigned, 1 byte. */
    UINT8(1),
    /** Signed, 2 bytes. */
    INT16(2),
    /** Unsigned, 2 bytes. */
    UINT16(2),
    /** Signed, 4 bytes. */
    INT32(4),
    /** Unsigned, 4 bytes. */
    UINT32(4),
    /** Signed, 8 bytes. */
    INT64(8),
    /** Unsigned, 8 bytes. */
    UINT64(8),
    /** Floating point, 4 bytes. */
    FLOAT(4),
    /** Floating point, 8 bytes. */
    DOUBLE(8);

    private static final double LIMIT = 9e18;

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    /**
     * Size of a number.
     *
     * @return 1 to 8 bytes
     */
    public int bytes() {
        return bytes;
    }

    /**
     * Whether numbers have a fraction.
     *
     * @return true for floating point
     */
    public boolean isFloat() {
        return this == FLOAT || this == DOUBLE;
    }

    /**
     * Reads a number times up over down, rounded to the nearest whole one.
     *
     * @param buffer in the order of its bytes; not modified
     * @param at index of the first byte
     * @param up factor, at least 1
     * @param down divisor, at least 1
     * @return the number, or {@link EventTable#OUT_OF_RANGE}
     */
    public long get(ByteBuffer buffer, int at, long up, long down) {
        if (isFloat()) {
            double scaled = (this == FLOAT ? buffer.getFloat(at) : buffer.getDouble(at)) * up / down;
            return Math.abs(scaled) < LIMIT ? Math.round(scaled) : EventTable.OUT_OF_RANGE;
        }
        long value = whole(buffer, at);
        boolean fits = value != EventTable.OUT_OF_RANGE && Math.abs(value) < (Long.MAX_VALUE - down) / up;
        return fits ? Math.floorDiv(value * up + down / 2, down) : EventTable.OUT_OF_RANGE;
    }

    /**
     * Reads a number with its fraction.
     *
     * @param buffer in the order of its bytes; not modified
     * @param at index of the first byte
     * @return the number, rounded if it has more than 53 bits; NaN if it is unsigned and above 2^63 - 1
     */
    public double decimal(ByteBuffer buffer, int at) {
        if (isFloat()) {
            return this == FLOAT ? buffer.getFloat(at) : buffer.getDouble(at);
        }
        long value = whole(buffer, at);
        return value == EventTable.OUT_OF_RANGE ? Double.NaN : value;
    }

    private long whole(ByteBuffer buffer, int at) {
        return switch (this) {
            case INT8 -> buffer.get(at);
            case UINT8 -> buffer.get(at) & 0xff;
            case INT16 -> buffer.getShort(at);
            case UINT16 -> buffer.getShort(at) & 0xffff;
            case INT32 -> buffer.getInt(at);
            case UINT32 -> buffer.getInt(at) & 0xffffffffL;
            case UINT64 -> buffer.getLong(at) < 0 ? EventTable.OUT_OF_RANGE : buffer.getLong(at);
            default -> buffer.getLong(at);
        };
    }
}

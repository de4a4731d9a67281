package org.spike4j.datasets.format.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.datasets.format.ContentException;

/**
 * Reads numbers of a list, half precision included.
 *
 * @param bytes of a number
 * @param isFloat whether it is floating point
 * @param isSigned whether a whole number has a sign
 * @param order of its bytes
 */
record NumberReader(int bytes, boolean isFloat, boolean isSigned, ByteOrder order) {
    private static final int EXPONENT_BITS = 0x1f;
    private static final int FRACTION_BITS = 10;
    private static final int BIAS = 15;

    static NumberReader of(DataType type, String name) throws ContentException {
        int bytes = type.getSize();
        boolean isFloat = type instanceof FloatingPoint;
        boolean known = isFloat ? bytes == 2 || bytes == 4 || bytes == 8 : type instanceof FixedPoint;
        if (!known || Integer.bitCount(bytes) != 1 || bytes > Long.BYTES) {
            throw new ContentException("numbers of 1 to 8 bytes in " + name, "the type " + type);
        }
        boolean isSigned = type instanceof FixedPoint whole && whole.isSigned();
        return new NumberReader(bytes, isFloat, isSigned, ((OrderedDataType) type).getByteOrder());
    }

    /** Number i of a list. */
    double get(ByteBuffer list, int i) {
        ByteBuffer numbers = list.order(order);
        int at = list.position() + i * bytes;
        return switch (bytes) {
            case 1 -> isSigned ? numbers.get(at) : numbers.get(at) & 0xff;
            case 2 ->
                isFloat ? half(numbers.getShort(at)) : isSigned ? numbers.getShort(at) : numbers.getShort(at) & 0xffff;
            case 4 -> isFloat ? numbers.getFloat(at) : isSigned ? numbers.getInt(at) : numbers.getInt(at) & 0xffffffffL;
            default -> isFloat ? numbers.getDouble(at) : numbers.getLong(at);
        };
    }

    /** IEEE 754 binary16: sign, 5 bits of exponent, 10 of fraction. */
    static double half(short bits) {
        int exponent = bits >>> FRACTION_BITS & EXPONENT_BITS;
        int fraction = bits & (1 << FRACTION_BITS) - 1;
        double size = exponent == EXPONENT_BITS
                ? (fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                : exponent == 0
                        ? Math.scalb((double) fraction, 1 - BIAS - FRACTION_BITS)
                        : Math.scalb((double) (fraction | 1 << FRACTION_BITS), exponent - BIAS - FRACTION_BITS);
        return bits < 0 ? -size : size;
    }
}

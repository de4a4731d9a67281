package org.spike4j.datasets.format.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.table.NumberType;

/**
 * A number in each row of an array.
 *
 * @param name of the field, lower case; empty in an array without fields
 * @param type of the number
 * @param order of its bytes
 * @param offset of its first byte in the row
 */
record Field(String name, NumberType type, ByteOrder order, int offset) {

    /** Makes the name lower case. */
    Field {
        name = name.toLowerCase(Locale.ROOT);
    }

    /** The type that NumPy writes as a kind and a number of bytes. */
    static NumberType typeOf(char kind, int bytes) throws ContentException {
        return switch ("" + kind + bytes) {
            case "i1" -> NumberType.INT8;
            case "u1", "b1" -> NumberType.UINT8;
            case "i2" -> NumberType.INT16;
            case "u2" -> NumberType.UINT16;
            case "i4" -> NumberType.INT32;
            case "u4" -> NumberType.UINT32;
            case "i8" -> NumberType.INT64;
            case "u8" -> NumberType.UINT64;
            case "f4" -> NumberType.FLOAT;
            case "f8" -> NumberType.DOUBLE;
            default ->
                throw new ContentException(
                        "whole numbers, floating point numbers or truth values",
                        kind == 'O' ? "pickled Python objects" : "type " + kind + bytes);
        };
    }

    /** The number times up over down, rounded to the nearest whole one. */
    long get(ByteBuffer rows, int rowStart, long up, long down) {
        return type.get(rows.order(order), rowStart + offset, up, down);
    }
}

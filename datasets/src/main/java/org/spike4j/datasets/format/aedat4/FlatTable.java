package org.spike4j.datasets.format.aedat4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.spike4j.datasets.format.ContentException;

/**
 * A table of a FlatBuffer, the root or one in a vector, read with every offset checked. A FlatBuffer starts with the offset of its root table
 * and a four-letter identifier; a table starts with the distance back to its vtable, which lists the offset of each
 * field in the table, 0 for a field that has its default.
 */
final class FlatTable {
    private static final int IDENTIFIER = 4;

    private final ByteBuffer bytes;
    private final int table;
    private final int vtable;
    private final int vtableBytes;

    private FlatTable(ByteBuffer bytes, int table, int vtable, int vtableBytes) {
        this.bytes = bytes;
        this.table = table;
        this.vtable = vtable;
        this.vtableBytes = vtableBytes;
    }

    /** A run of structs, numbers or offsets of tables inside the FlatBuffer: index of the first byte, and their number. */
    record Structs(int start, int count) {}

    /** Finds the root table of a FlatBuffer without size prefix; the identifier must be the given one. */
    static FlatTable root(ByteBuffer flatBuffer, String identifier) throws ContentException {
        ByteBuffer bytes = flatBuffer.slice().order(ByteOrder.LITTLE_ENDIAN);
        require(bytes, 0, 2 * IDENTIFIER);
        String found = StandardCharsets.ISO_8859_1
                .decode(bytes.slice(IDENTIFIER, IDENTIFIER))
                .toString();
        if (!found.equals(identifier)) {
            throw new ContentException("a FlatBuffer named " + identifier, "the name " + found);
        }
        return at(bytes, bytes.getInt(0) & 0xffffffffL);
    }

    private static FlatTable at(ByteBuffer bytes, long place) throws ContentException {
        int table = checked(bytes, place, 4);
        int vtable = checked(bytes, (long) table - bytes.getInt(table), 4);
        int vtableBytes = bytes.getShort(vtable) & 0xffff;
        require(bytes, vtable, vtableBytes);
        return new FlatTable(bytes, table, vtable, vtableBytes);
    }

    /** A byte field by its number, 0 if absent. */
    int byteAt(int field) throws ContentException {
        int at = field(field, 1);
        return at == 0 ? 0 : bytes.get(at);
    }

    /** A short field by its number, 0 if absent. */
    int shortAt(int field) throws ContentException {
        int at = field(field, Short.BYTES);
        return at == 0 ? 0 : bytes.getShort(at);
    }

    /** A float field by its number, 0 if absent. */
    float floatAt(int field) throws ContentException {
        int at = field(field, Float.BYTES);
        return at == 0 ? 0 : bytes.getFloat(at);
    }

    /** An int field by its number. */
    int intAt(int field, int otherwise) throws ContentException {
        int at = field(field, Integer.BYTES);
        return at == 0 ? otherwise : bytes.getInt(at);
    }

    /** A long field by its number. */
    long longAt(int field, long otherwise) throws ContentException {
        int at = field(field, Long.BYTES);
        return at == 0 ? otherwise : bytes.getLong(at);
    }

    /** An int of a struct field that is made of ints, by the numbers of the field and of the int; 0 if absent. */
    int structIntAt(int field, int ints, int number) throws ContentException {
        int at = field(field, ints * Integer.BYTES);
        return at == 0 ? 0 : bytes.getInt(at + number * Integer.BYTES);
    }

    /** A string field by its number; empty if absent. */
    String stringAt(int field) throws ContentException {
        Structs text = structsAt(field, 1);
        return StandardCharsets.UTF_8
                .decode(bytes.slice(text.start(), text.count()))
                .toString();
    }

    /** A vector of structs by its number; none if absent. */
    Structs structsAt(int field, int structBytes) throws ContentException {
        int at = field(field, Integer.BYTES);
        if (at == 0) {
            return new Structs(0, 0);
        }
        int vector = checked(bytes, at + (bytes.getInt(at) & 0xffffffffL), Integer.BYTES);
        long count = bytes.getInt(vector) & 0xffffffffL;
        int start = vector + Integer.BYTES;
        require(bytes, start, count * structBytes);
        return new Structs(start, (int) count);
    }

    /** A vector of tables by its number: their places, each to be given to {@link #tableAt}; none if absent. */
    Structs tablesAt(int field) throws ContentException {
        return structsAt(field, Integer.BYTES);
    }

    /** A table of a vector that {@link #tablesAt} found. */
    FlatTable tableAt(Structs vector, int index) throws ContentException {
        int at = vector.start() + index * Integer.BYTES;
        return at(bytes, at + (bytes.getInt(at) & 0xffffffffL));
    }

    private int field(int number, int fieldBytes) throws ContentException {
        int entry = 4 + 2 * number;
        if (entry + 2 > vtableBytes) {
            return 0;
        }
        int offset = bytes.getShort(vtable + entry) & 0xffff;
        return offset == 0 ? 0 : checked(bytes, (long) table + offset, fieldBytes);
    }

    private static int checked(ByteBuffer bytes, long at, int length) throws ContentException {
        require(bytes, at, length);
        return (int) at;
    }

    private static void require(ByteBuffer bytes, long at, long length) throws ContentException {
        if (at < 0 || at + length > bytes.limit()) {
            throw new ContentException(
                    "a FlatBuffer that stays inside its " + bytes.limit() + " bytes",
                    "an offset to bytes " + at + " to " + (at + length));
        }
    }
}

package org.spike4j.datasets.format.numpy;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spike4j.datasets.format.ContentException;

/**
 * What the text at the start of an array says: a Python dictionary of type, order and shape.
 *
 * @param fields of a row; those of an array without fields have no names
 * @param rowBytes bytes of a row
 * @param rows number of rows, 1 for a single number
 */
record NpyHeader(List<Field> fields, int rowBytes, long rows) {
    static final String MAGIC = "\u0093NUMPY";
    private static final int MAX_COLUMNS = 64;
    private static final int MAX_ROW_BYTES = 4096;
    private static final String TYPE = "'([<>|=]?)([a-zA-Z?])(\\d{0,4})'";
    private static final Pattern PLAIN = Pattern.compile("'descr': *" + TYPE);
    private static final Pattern STRUCTURED = Pattern.compile("'descr': *\\[(.*?)\\] *, *'");
    private static final Pattern FIELD = Pattern.compile("\\( *'([^']*)' *, *" + TYPE + " *\\)");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([\\d, ]*)\\)");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order': *True");

    /** Copies the fields. */
    NpyHeader {
        fields = List.copyOf(fields);
    }

    /**
     * Reads the text.
     *
     * @throws ContentException if the array is none that holds events
     */
    static NpyHeader of(String text) throws ContentException {
        List<Long> sizes = sizes(text);
        Matcher structured = STRUCTURED.matcher(text);
        boolean hasFields = structured.find();
        int columns = !hasFields && sizes.size() == 2 ? (int) Math.min(sizes.get(1), MAX_COLUMNS + 1) : 1;
        if (sizes.size() > 2 || hasFields && sizes.size() > 1 || columns > MAX_COLUMNS || columns < 1) {
            throw new ContentException(
                    "an array of one dimension, or of two with a row for each event", "shape " + sizes);
        }
        if (columns > 1 && isFortran(text)) {
            throw new ContentException("rows in C order", "fortran_order True");
        }
        List<Field> fields = hasFields ? fields(structured.group(1)) : plain(text, columns);
        int rowBytes = 0;
        for (Field field : fields) {
            rowBytes += field.type().bytes();
        }
        if (rowBytes == 0 || rowBytes > MAX_ROW_BYTES) {
            throw new ContentException("rows of 1 to " + MAX_ROW_BYTES + " bytes", rowBytes + " bytes");
        }
        return new NpyHeader(fields, rowBytes, sizes.isEmpty() ? 1 : sizes.get(0));
    }

    /** The length of each dimension, none for a single number. */
    static List<Long> sizes(String text) throws ContentException {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.find()) {
            throw new ContentException("a header with a shape", text.strip());
        }
        List<Long> sizes = new ArrayList<>();
        for (String size : shape.group(1).split(",")) {
            if (!size.isBlank()) {
                sizes.add(size.strip().length() > 15 ? Long.MAX_VALUE : Long.parseLong(size.strip()));
            }
        }
        return sizes;
    }

    static boolean isFortran(String text) {
        return FORTRAN.matcher(text).find();
    }

    private static List<Field> fields(String text) throws ContentException {
        List<Field> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(text);
        int offset = 0;
        while (field.find()) {
            fields.add(field(field.group(1), field, 2, offset));
            offset += fields.get(fields.size() - 1).type().bytes();
        }
        if (fields.size() != text.chars().filter(c -> c == '(').count()) {
            throw new ContentException("fields that are single numbers", "[" + text + "]");
        }
        return fields;
    }

    /** Fields of equal type without names. */
    static List<Field> plain(String text, int columns) throws ContentException {
        Matcher type = PLAIN.matcher(text);
        if (!type.find()) {
            throw new ContentException("a header with a type", text.strip());
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            Field field = field("", type, 1, 0);
            fields.add(
                    new Field("", field.type(), field.order(), i * field.type().bytes()));
        }
        return fields;
    }

    private static Field field(String name, Matcher match, int group, int offset) throws ContentException {
        ByteOrder order = match.group(group).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        char kind = match.group(group + 1).charAt(0);
        String bytes = match.group(group + 2);
        int size = bytes.isEmpty() ? 1 : Integer.parseInt(bytes);
        return new Field(name, Field.typeOf(kind == '?' ? 'b' : kind, size), order, offset);
    }
}

package org.spike4j.examples.conform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.shade.jackson.databind.JsonNode;

/** One JSON object of a case file, with its place for messages. */
final class Fields {
    private final Path file;
    private final String place;
    private final JsonNode node;

    Fields(Path file, String place, JsonNode node) {
        this.file = file;
        this.place = place;
        this.node = node;
    }

    /** Whether a field is there and not null. */
    boolean has(String key) {
        return node.hasNonNull(key);
    }

    /** The names of the fields. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** An object inside this one; empty where there is none. */
    Fields object(String key) throws CaseFormatException {
        JsonNode inside = node.path(key);
        if (!inside.isMissingNode() && !inside.isNull() && !inside.isObject()) {
            throw wrong(key, "an object");
        }
        return new Fields(file, place + key + ".", inside);
    }

    String text(String key) throws CaseFormatException {
        if (!node.path(key).isTextual()) {
            throw wrong(key, "a string");
        }
        return node.get(key).textValue();
    }

    String text(String key, String otherwise) throws CaseFormatException {
        return has(key) ? text(key) : otherwise;
    }

    List<String> texts(String key) throws CaseFormatException {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : node.path(key)) {
            texts.add(one.asText());
        }
        if (!isArray(key)) {
            throw wrong(key, "an array of strings");
        }
        return texts;
    }

    boolean flag(String key, boolean otherwise) throws CaseFormatException {
        if (has(key) && !node.get(key).isBoolean()) {
            throw wrong(key, "true or false");
        }
        return node.path(key).asBoolean(otherwise);
    }

    double number(String key) throws CaseFormatException {
        if (!node.path(key).isNumber()) {
            throw wrong(key, "a number");
        }
        return node.get(key).doubleValue();
    }

    double number(String key, double otherwise) throws CaseFormatException {
        return has(key) ? number(key) : otherwise;
    }

    int count(String key) throws CaseFormatException {
        JsonNode value = node.path(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 1) {
            throw wrong(key, "a whole number of at least 1");
        }
        return value.intValue();
    }

    /** A number, or a nested array of them in the given shape, one after the other; the last index runs fastest. */
    double[] numberOrArray(String key, int... shape) throws CaseFormatException {
        return node.path(key).isNumber() ? new double[] {number(key)} : array(key, shape);
    }

    /** An entry of an array of so many rows: a number, or one number a column. */
    double[] numberOrRow(String key, int row, int rows, int columns) throws CaseFormatException {
        if (node.path(key).path(0).isNumber()) {
            return new double[] {array(key, rows)[row]};
        }
        return Arrays.copyOfRange(array(key, rows, columns), row * columns, (row + 1) * columns);
    }

    /** The diagonal of a square matrix of so many columns, which must be zero elsewhere. */
    double[] diagonal(String key, int columns) throws CaseFormatException {
        double[] matrix = array(key, columns, columns);
        double[] diagonal = new double[columns];
        for (int k = 0; k < matrix.length; k++) {
            if (k / columns == k % columns) {
                diagonal[k / columns] = matrix[k];
            } else if (matrix[k] != 0) {
                throw wrong(key, "zero beside its diagonal");
            }
        }
        return diagonal;
    }

    /** Entries of an array; 0 where there is none. */
    int length(String key) {
        return node.path(key).size();
    }

    /** Entries of the first entry of an array; 0 where there is none. */
    int rowLength(String key) {
        return node.path(key).path(0).size();
    }

    /** Whether a field is an array. */
    boolean isArray(String key) {
        return node.path(key).isArray();
    }

    /** A nested array of numbers in the given shape, one after the other; the last index runs fastest. */
    double[] array(String key, int... shape) throws CaseFormatException {
        int length = 1;
        for (int size : shape) {
            length *= size;
        }
        double[] values = new double[length];
        if (fill(node.path(key), shape, 0, values, 0) != length) {
            throw wrong(key, "an array of numbers " + shapeOf(shape));
        }
        return values;
    }

    /** The position behind the last value, or -1 if the array does not fit. */
    private static int fill(JsonNode from, int[] shape, int axis, double[] values, int at) {
        if (axis == shape.length) {
            if (!from.isNumber()) {
                return -1;
            }
            values[at] = from.doubleValue();
            return at + 1;
        }
        if (!from.isArray() || from.size() != shape[axis]) {
            return -1;
        }
        int next = at;
        for (JsonNode part : from) {
            next = next < 0 ? next : fill(part, shape, axis + 1, values, next);
        }
        return next;
    }

    CaseFormatException wrong(String key, String wanted) {
        return new CaseFormatException(file, place + key + " must be " + wanted + ", was " + found(node.path(key)));
    }

    private static String found(JsonNode value) {
        if (value.isMissingNode()) {
            return "missing";
        }
        List<String> sizes = new ArrayList<>();
        JsonNode inside = value;
        while (inside.isArray()) {
            sizes.add("[" + inside.size() + "]");
            inside = inside.path(0);
        }
        return sizes.isEmpty() ? value.toString() : "an array " + String.join("", sizes);
    }

    private static String shapeOf(int[] shape) {
        StringBuilder text = new StringBuilder();
        for (int size : shape) {
            text.append('[').append(size).append(']');
        }
        return text.toString();
    }
}

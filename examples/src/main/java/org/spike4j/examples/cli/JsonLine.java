package org.spike4j.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** JSON on one line. JSON knows no NaN and no infinity; they become null. */
final class JsonLine {
    private static final double DIGITS = 1e6;

    private JsonLine() {}

    /**
     * Writes an object.
     *
     * @param values maps, lists, numbers, texts, booleans and nulls; fractions are rounded to 6 significant decimals at
     *     or above 1e-3; not modified
     * @return the object as text without line breaks
     */
    static String of(Map<String, ?> values) {
        try {
            return new ObjectMapper().writeValueAsString(plain(values));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a tree of maps, lists and plain values", e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(key, plain(item)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonLine::plain).toList();
        }
        if (value instanceof Double || value instanceof Float) {
            return rounded(((Number) value).doubleValue());
        }
        return value;
    }

    private static Object rounded(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        return Math.abs(value) < 1e-3 ? value : Math.rint(value * DIGITS) / DIGITS;
    }
}

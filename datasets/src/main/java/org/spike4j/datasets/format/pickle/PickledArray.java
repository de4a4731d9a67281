package org.spike4j.datasets.format.pickle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A numpy array and its type while a pickle builds them: first there is nothing, then a state fills it. */
final class PickledArray {
    private static final int STATE = 5;

    private NumpyArray content;

    /** A type of numbers, as "f8", and its byte order. */
    static final class Type {
        private final String name;
        private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

        Type(String name) {
            this.name = name;
        }

        /** Takes a state (version, order, ...); false if it is none. */
        boolean build(Object state) {
            if (!(state instanceof List<?> parts) || parts.size() < 2 || !(parts.get(1) instanceof String sign)) {
                return false;
            }
            order = sign.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return true;
        }

        private int bytes() {
            return name.charAt(1) - '0';
        }

        private double at(ByteBuffer bytes, int place) {
            return switch (name) {
                case "f8" -> bytes.getDouble(place);
                case "f4" -> bytes.getFloat(place);
                case "i8" -> bytes.getLong(place);
                case "i4" -> bytes.getInt(place);
                case "u4" -> bytes.getInt(place) & 0xffff_ffffL;
                case "i2" -> bytes.getShort(place);
                case "u2" -> bytes.getShort(place) & 0xffff;
                case "i1" -> bytes.get(place);
                default -> bytes.get(place) & 0xff;
            };
        }

        static boolean isKnown(String name) {
            return List.of("f8", "f4", "i8", "i4", "u4", "i2", "u2", "i1", "u1", "b1")
                    .contains(name);
        }
    }

    /** The array, once it has been filled. */
    Optional<NumpyArray> content() {
        return Optional.ofNullable(content);
    }

    /** Takes a state (version, shape, type, whether in Fortran's order, bytes); false if it is none. */
    boolean build(Object state) {
        if (!(state instanceof List<?> parts)
                || parts.size() != STATE
                || !(parts.get(1) instanceof List<?> sides)
                || !(parts.get(2) instanceof Type type)
                || !Boolean.FALSE.equals(parts.get(3))
                || !(parts.get(4) instanceof byte[] bytes)) {
            return false;
        }
        List<Integer> shape = new ArrayList<>();
        long size = 1;
        for (Object side : sides) {
            if (!(side instanceof Long length) || length < 0 || length > bytes.length) {
                return false;
            }
            shape.add(length.intValue());
            size *= length;
            if (size > bytes.length) {
                return false;
            }
        }
        if (size * type.bytes() != bytes.length) {
            return false;
        }
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(type.order);
        double[] values = new double[(int) size];
        for (int i = 0; i < values.length; i++) {
            values[i] = type.at(numbers, i * type.bytes());
        }
        content = new NumpyArray(shape, values);
        return true;
    }
}

package org.spike4j.layers.state;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array, bit for bit, and how it lies in memory: BLAS sums in another order where its operands lie in another.
 *
 * @param type FLOAT, HALF and BFLOAT16 are kept as floats, DOUBLE as doubles, which is exact
 * @param order c or f, of the array that it is a copy of
 * @param shape empty for a scalar
 * @param bytes in c order, big endian; never modified
 */
record StateArray(DataType type, char order, long[] shape, byte[] bytes) {
    private static final Set<DataType> TYPES =
            Set.of(DataType.FLOAT, DataType.DOUBLE, DataType.HALF, DataType.BFLOAT16);

    /** Checks type and size. */
    StateArray {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("an array of a state must be of a type of " + TYPES + ", was " + type);
        }
        if (order != 'c' && order != 'f') {
            throw new IllegalArgumentException("the order of an array must be c or f, was " + order);
        }
        long length = width(type);
        for (long size : shape) {
            length = Math.multiplyExact(length, size);
        }
        if (length != bytes.length) {
            throw new IllegalArgumentException("an array of type " + type + " and shape " + Arrays.toString(shape)
                    + " must have " + length + " bytes, had " + bytes.length);
        }
    }

    /** A copy of an array. */
    static StateArray of(INDArray array) {
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            INDArray flat = array.dup('c').reshape('c', new long[] {array.length()});
            ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(width(array.dataType()) * array.length()));
            if (array.dataType() == DataType.DOUBLE) {
                buffer.asDoubleBuffer().put(flat.toDoubleVector());
            } else {
                buffer.asFloatBuffer().put(flat.castTo(DataType.FLOAT).toFloatVector());
            }
            return new StateArray(array.dataType(), array.ordering(), array.shape(), buffer.array());
        }
    }

    /** A new array. */
    INDArray array() {
        try (MemoryWorkspace ignored = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            INDArray flat;
            if (type == DataType.DOUBLE) {
                double[] values = new double[bytes.length / Double.BYTES];
                ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
                flat = Nd4j.createFromArray(values);
            } else {
                flat = Nd4j.createFromArray(floats()).castTo(type);
            }
            return flat.reshape('c', shape).dup(order);
        }
    }

    /** The numbers of an array that is not DOUBLE. */
    float[] floats() {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }

    /** A vector of floats. */
    static StateArray of(float[] values, int from, int to) {
        ByteBuffer buffer = ByteBuffer.allocate((to - from) * Float.BYTES);
        buffer.asFloatBuffer().put(values, from, to - from);
        return new StateArray(DataType.FLOAT, 'c', new long[] {to - from}, buffer.array());
    }

    private static int width(DataType type) {
        return type == DataType.DOUBLE ? Double.BYTES : Float.BYTES;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateArray that
                && type == that.type
                && order == that.order
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(bytes);
    }
}

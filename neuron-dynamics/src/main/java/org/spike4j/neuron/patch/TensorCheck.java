package org.spike4j.neuron.patch;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks of tensors before their memory is used as it lies there. */
final class TensorCheck {
    private TensorCheck() {}

    /** Fails unless a tensor is of floats and of a shape. */
    static void requireFloats(INDArray array, String name, long... shape) {
        if (array.dataType() != DataType.FLOAT || !Arrays.equals(array.shape(), shape)) {
            throw new IllegalArgumentException(name + " must be FLOAT " + Arrays.toString(shape) + ", was "
                    + array.dataType() + " " + Arrays.toString(array.shape()));
        }
    }

    /** Fails unless a matrix is of floats, of a shape and dense in c order. */
    static void requireRows(INDArray matrix, String name, long rows, long columns) {
        requireFloats(matrix, name, rows, columns);
        boolean dense = (columns == 1 || matrix.stride(1) == 1) && (rows == 1 || matrix.stride(0) == columns);
        if (!dense) {
            throw new IllegalArgumentException(name + " must be dense in c order, had strides "
                    + Arrays.toString(matrix.stride()) + "; use dup('c')");
        }
    }
}

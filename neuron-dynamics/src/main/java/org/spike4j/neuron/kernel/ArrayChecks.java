package org.spike4j.neuron.kernel;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The checks on one pass's tensors; states have so many variables. */
record ArrayChecks(int stateCount, Coefficients coefficients, SequenceShape shape, INDArray input) {
    ArrayChecks {
        if (coefficients.channels() != shape.channels()) {
            throw new IllegalArgumentException("coefficients are for " + coefficients.channels()
                    + " channels, the sequence has " + shape.channels());
        }
        if (input.dataType() != DataType.FLOAT && input.dataType() != DataType.DOUBLE) {
            throw new IllegalArgumentException("input must be FLOAT or DOUBLE, was " + input.dataType());
        }
        dense(input, "input", shape.inputSteps() * shape.slab(), input.dataType());
    }

    void input(INDArray array, String name) {
        dense(array, name, shape.inputSteps() * shape.slab(), input.dataType());
    }

    void sequence(INDArray array, String name) {
        dense(array, name, shape.steps() * shape.slab(), input.dataType());
    }

    /** The spikes of a sequence as bits. */
    void packed(INDArray array, String name) {
        dense(array, name, shape.steps() * PackedSpikes.words(shape.slab()), DataType.INT64);
    }

    void state(INDArray array, String name) {
        if (stateCount > 0) { // whatever stands for no state holds nothing
            dense(array, name, stateCount * shape.slab(), input.dataType());
        }
    }

    /** Recurrent weights or their gradient, [channels, channels], or the diagonal alone, [channels]. */
    void weights(INDArray array) {
        long channels = shape.channels();
        if (array.rank() == 1) {
            dense(array, "one-to-one recurrent weights", channels, input.dataType());
            return;
        }
        dense(array, "recurrent weights", channels * channels, input.dataType());
        if (array.rank() != 2 || array.size(0) != channels || channels > 1 && array.stride(0) != 1) {
            throw new IllegalArgumentException(
                    "recurrent weights must be [" + channels + ", " + channels + "] in f order, or [" + channels
                            + "] for one-to-one, were " + array.shapeInfoToString() + "; dup('f') them first");
        }
    }

    private static void dense(INDArray array, String name, long length, DataType type) {
        if (array == null) {
            return;
        }
        if (array.length() != length || array.dataType() != type) {
            throw new IllegalArgumentException(name + " must hold " + length + " elements of " + type + ", was "
                    + array.dataType() + " of shape " + array.shapeInfoToString());
        }
        if (!DenseMemory.isDense(array)) {
            throw new IllegalArgumentException(name + " must be dense in memory, was a view with gaps; dup() it first");
        }
    }
}

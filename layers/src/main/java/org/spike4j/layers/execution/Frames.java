package org.spike4j.layers.execution;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.NeuronLayer;

/**
 * The time axis of a layer's input.
 *
 * @param steps T of the output
 * @param miniBatch N
 * @param staticInput whether the input is one step, repeated
 */
record Frames(int steps, long miniBatch, boolean staticInput) {

    /** From an input [T, N, ...], as the preprocessor hands it over. */
    static Frames of(INDArray input, NeuronLayer layer, int rank, String id) {
        if (input.rank() != rank || rank < 3) {
            throw new IllegalArgumentException("input of a spiking layer must reach it as [T, N, ...]"
                    + ", was " + Arrays.toString(input.shape())
                    + "; call setInputType(...) on the configuration, which adds"
                    + " the preprocessor " + id);
        }
        int steps = Math.toIntExact(input.size(0));
        int repeats = layer.getTimeSteps();
        if (repeats > 0 && steps != 1) {
            throw new IllegalArgumentException("timeSteps(" + repeats + ") is for a static input, but the input has "
                    + steps + " steps of its own; remove timeSteps " + id);
        }
        return new Frames(repeats > 0 ? repeats : steps, input.size(1), repeats > 0);
    }

    /** Rows of the current: T*N, or N if it is static. */
    long currentRows() {
        return staticInput ? miniBatch : steps * miniBatch;
    }
}

package org.spike4j.neuron.kernel;

import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The tensors of a backward pass; each is dense and time-major, and all have the data type of the input.
 *
 * @param input x of the forward pass; not modified
 * @param initialState state before the first step of the forward pass; null for the model's own
 * @param outputGradient dL/dy, steps * slab elements; null for zero
 * @param membraneGradient dL/dh of a loss that also takes the membrane; null for zero
 * @param carriedGradient dL/dv of a loss that also takes the carried membrane; null for zero
 * @param inputGradient receives dL/dx, as many elements as the input; may be the array of the output gradient, unless the
 *     input is static; null if not wanted
 * @param initialStateGradient receives dL / d initial state; null if not wanted
 */
public record BackwardArrays(
        INDArray input,
        INDArray initialState,
        INDArray outputGradient,
        INDArray membraneGradient,
        INDArray carriedGradient,
        INDArray inputGradient,
        INDArray initialStateGradient) {

    /** Checks that the needed tensors are there. */
    public BackwardArrays {
        Objects.requireNonNull(input, "input");
    }

    /**
     * Input and output gradient alone, from the initial state of the model.
     *
     * @param input x
     * @param outputGradient dL/dy
     * @param inputGradient receives dL/dx
     * @return the tensors
     */
    public static BackwardArrays of(INDArray input, INDArray outputGradient, INDArray inputGradient) {
        return new BackwardArrays(input, null, outputGradient, null, null, inputGradient, null);
    }

    /**
     * With the initial state and its gradient.
     *
     * @param initial state before the first step; null for the model's own
     * @param gradient receives dL / d initial state; null if not wanted
     * @return a copy
     */
    public BackwardArrays withState(INDArray initial, INDArray gradient) {
        return new BackwardArrays(
                input, initial, outputGradient, membraneGradient, carriedGradient, inputGradient, gradient);
    }

    /**
     * With gradients on the traces of the membrane.
     *
     * @param before dL/dh; null for zero
     * @param after dL/dv; null for zero
     * @return a copy
     */
    public BackwardArrays withTraceGradients(INDArray before, INDArray after) {
        return new BackwardArrays(
                input, initialState, outputGradient, before, after, inputGradient, initialStateGradient);
    }
}

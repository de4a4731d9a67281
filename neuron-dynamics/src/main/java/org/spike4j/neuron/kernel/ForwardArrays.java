package org.spike4j.neuron.kernel;

import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The tensors of a forward pass; each is dense and time-major, and all have the data type of the input, but for an output
 * of {@link PackedSpikes}.
 *
 * @param input x, steps * slab elements, or slab elements if static; not modified
 * @param initialState carried state before the first step, state count * slab elements; null for the model's own
 * @param output receives y, steps * slab elements; or, if it is INT64, the spikes as bits in the order of {@link
 *     PackedSpikes}, steps * words elements
 * @param membrane receives h of every step, steps * slab elements; null if not wanted
 * @param carried receives v of every step, steps * slab elements; null if not wanted
 * @param finalState receives the carried state after the last step; null if not wanted; may be the initial state
 */
public record ForwardArrays(
        INDArray input,
        INDArray initialState,
        INDArray output,
        INDArray membrane,
        INDArray carried,
        INDArray finalState) {

    /** Checks that the needed tensors are there. */
    public ForwardArrays {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(output, "output");
    }

    /**
     * Input and output alone, from the initial state of the model.
     *
     * @param input x
     * @param output receives y
     * @return the tensors
     */
    public static ForwardArrays of(INDArray input, INDArray output) {
        return new ForwardArrays(input, null, output, null, null, null);
    }

    /**
     * With state carried in and out.
     *
     * @param initial state before the first step; null for the model's own
     * @param last receives the state after the last step; null if not wanted
     * @return a copy
     */
    public ForwardArrays withState(INDArray initial, INDArray last) {
        return new ForwardArrays(input, initial, output, membrane, carried, last);
    }

    /**
     * With traces of the membrane.
     *
     * @param before receives h, the membrane that is compared with the threshold; null if not wanted
     * @param after receives v, the membrane that is carried on; null if not wanted
     * @return a copy
     */
    public ForwardArrays withTraces(INDArray before, INDArray after) {
        return new ForwardArrays(input, initialState, output, before, after, finalState);
    }
}

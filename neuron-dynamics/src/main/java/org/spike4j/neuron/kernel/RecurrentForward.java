package org.spike4j.neuron.kernel;

import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The tensors of a forward pass of recurrent neurons; each is dense and time-major, and all have the data type of the input.
 *
 * @param input x, the current from outside, steps * slab elements, or slab elements if static; not modified
 * @param weights R, [F, F] in f order, from the unit that puts out to the unit that takes; or [F], of each unit
 *     to itself alone; not modified
 * @param initialState carried state before the first step, state count * slab elements; null for the model's own
 * @param initialOutput y before the first step, slab elements; null for 0
 * @param current receives the whole current x + y R of every step, steps * slab elements; may be the input if that is not
 *     static
 * @param output receives y, steps * slab elements
 * @param finalState receives the carried state after the last step; null if not wanted; may be the initial state
 */
public record RecurrentForward(
        INDArray input,
        INDArray weights,
        INDArray initialState,
        INDArray initialOutput,
        INDArray current,
        INDArray output,
        INDArray finalState) {

    /** Checks that the needed tensors are there. */
    public RecurrentForward {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(output, "output");
    }
}

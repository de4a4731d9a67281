package org.spike4j.neuron.kernel;

import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The tensors of a backward pass of recurrent neurons; each is dense and time-major, and all have the data type of the
 * current.
 *
 * @param current the whole current of the forward pass; not modified
 * @param weights R of the forward pass; not modified
 * @param initialState state before the first step of the forward pass; null for the model's own
 * @param outputGradient dL/dy of the loss behind the layer, steps * slab elements; not modified
 * @param currentGradient receives the gradient on the whole current, steps * slab elements
 */
public record RecurrentBackward(
        INDArray current, INDArray weights, INDArray initialState, INDArray outputGradient, INDArray currentGradient) {

    /** Checks that the tensors are there. */
    public RecurrentBackward {
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(outputGradient, "outputGradient");
        Objects.requireNonNull(currentGradient, "currentGradient");
    }
}

package org.spike4j.layers;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.execution.ReducedSequence;

/**
 * How a readout turns a sequence x [T, N, K] into one value y [N, K] for each sample and class. With a mask m [T, N] only
 * the steps with m = 1 count.
 */
public enum Reduction {
    /** y = mean over t of x_t. */
    MEAN,
    /** y = sum over t of x_t. */
    SUM,
    /** y = x_T, the last step that counts. */
    LAST,
    /** y = max over t of x_t; the gradient goes to the first maximum. */
    MAX,
    /** y = sum over t of softmax over classes of x_t. */
    SUM_OF_SOFTMAX,
    /**
     * The loss is the mean over t of the losses of x_t (temporal efficient training, Deng et al. 2022, ICLR); the output is
     * y = mean over t of x_t.
     */
    EVERY_STEP;

    /**
     * Reduces a sequence.
     *
     * @param sequence x, [T, N, K]; not modified
     * @param mask m, [T, N], or null if all steps count; not modified
     * @return y, [N, K]
     */
    public INDArray reduce(INDArray sequence, INDArray mask) {
        return ReducedSequence.of(this, sequence, mask).value();
    }

    /**
     * Pulls a gradient on y back to x.
     *
     * @param sequence x, [T, N, K]; not modified
     * @param mask m, [T, N], or null; not modified
     * @param gradient dL/dy, [N, K]; not modified
     * @return dL/dx, [T, N, K]
     */
    public INDArray pullBack(INDArray sequence, INDArray mask, INDArray gradient) {
        return ReducedSequence.of(this, sequence, mask).pullBack(gradient);
    }
}

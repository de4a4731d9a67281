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
    EVERY_STEP,
    /**
     * y = -f, so that the earliest has the largest, with f the first step, counted from 0, whose x is not 0, and the last step
     * if there is none. For the gradient df/dx = -1 at the step f and 0 elsewhere, in place of a derivative that does not
     * exist: a larger x lets the spike come earlier.
     */
    FIRST_SPIKE,
    /** y = 1 / (f + 1), with f and its derivative as for {@link #FIRST_SPIKE}. */
    INVERSE_FIRST_SPIKE;

    /**
     * Whether y is the value, or the time, of one of the steps.
     *
     * @return false for sums and means over the steps
     */
    public boolean takesOneStep() {
        return this == LAST || this == MAX || isOfFirstSpikes();
    }

    /**
     * Whether y tells the time of the first spikes, which membranes do not have.
     *
     * @return true for {@link #FIRST_SPIKE} and {@link #INVERSE_FIRST_SPIKE}
     */
    public boolean isOfFirstSpikes() {
        return this == FIRST_SPIKE || this == INVERSE_FIRST_SPIKE;
    }

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

package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer whose neurons' output can be recorded. */
public interface SpikeSource {

    /**
     * Switches recording on or off, and forgets what was recorded.
     *
     * @param on whether the next forward passes are recorded
     */
    void record(boolean on);

    /**
     * The output of the neurons in the last forward pass, before pooling.
     *
     * @return [T, N, units...], null if nothing was recorded
     */
    INDArray recorded();
}

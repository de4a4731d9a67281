package org.spike4j.training.recipe;

/** Pooling behind the neurons of a convolution. */
public enum Pool {
    /** None. */
    NONE,
    /** The largest value of a window: a spike if any neuron of it spiked. */
    MAX,
    /** The mean of a window. */
    AVERAGE
}

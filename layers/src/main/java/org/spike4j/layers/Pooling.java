package org.spike4j.layers;

/** Pooling of the spikes of a convolution. */
public enum Pooling {
    /** No pooling. */
    NONE,
    /** The maximum of each window. */
    MAX,
    /** The mean of each window. */
    AVERAGE
}

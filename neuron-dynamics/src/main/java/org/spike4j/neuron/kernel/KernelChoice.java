package org.spike4j.neuron.kernel;

/** Which kernel runs a pass. */
public enum KernelChoice {
    /** The fastest that covers the pass. */
    AUTOMATIC,
    /** The reference in plain Java. */
    SCALAR
}

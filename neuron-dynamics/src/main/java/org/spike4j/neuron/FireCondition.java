package org.spike4j.neuron;

/** When a neuron spikes; libraries differ at equality. */
public enum FireCondition {
    /** Spikes where the membrane is at or above its threshold: s = H(h - theta) with H(0) = 1. */
    AT_THRESHOLD,
    /** Spikes only where the membrane is above its threshold: s = H(h - theta) with H(0) = 0. */
    ABOVE_THRESHOLD,
    /** Never spikes: a leaky integrator. */
    NEVER
}

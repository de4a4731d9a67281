package org.spike4j.neuron;

/** Which neurons of a layer share a learned constant. */
public enum Sharing {
    /** One value for the whole layer. */
    SHARED,
    /** One value for each feature (dense) or channel (convolution). */
    PER_CHANNEL,
    /** One value for each neuron. */
    PER_NEURON
}

package org.spike4j.neuron;

/** Which quantity of a step a neuron puts out; the four analog taps are those of BIDL's LIAF. */
public enum Tap {
    /** The spike s, times the amplitude. */
    SPIKE,
    /** o1: the membrane h that is compared with the threshold. */
    MEMBRANE,
    /** o2: the distance to the threshold, h - theta. */
    DISTANCE,
    /** o3: the membrane r after the reset, before the leak. */
    RESET,
    /** o4: the membrane v that is carried to the next step. */
    CARRIED
}

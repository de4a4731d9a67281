package org.spike4j.neuron;

/** When a reset acts. */
public enum ResetTiming {
    /** After the spike, in the same step; what is carried to the next step is already reset. */
    SAME_STEP,
    /**
     * In the update of the next step, on the membrane that was carried over unreset; a subtracted threshold is then not
     * decayed.
     */
    NEXT_STEP
}

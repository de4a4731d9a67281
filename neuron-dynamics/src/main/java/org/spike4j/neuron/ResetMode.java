package org.spike4j.neuron;

/** What a spike does to the membrane. */
public enum ResetMode {
    /** Sets the membrane to the reset value. */
    TO_VALUE,
    /** Takes the threshold off the membrane. */
    SUBTRACT,
    /** Leaves the membrane alone. */
    NONE
}

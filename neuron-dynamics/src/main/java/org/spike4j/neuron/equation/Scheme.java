package org.spike4j.neuron.equation;

/** How dv/dt = f(v) becomes a step of length dt. */
public enum Scheme {
    /** Forward Euler, order 1: v + dt f(v). */
    EULER("euler"),
    /**
     * Exponential Euler, order 1: the exact solution of dv/dt = a v + b with a and b as they are at the start of the step, v
     * exp(a dt) + b (exp(a dt) - 1) / a; for f linear in v. Stable at any dt.
     */
    EXPONENTIAL_EULER("exponential"),
    /** The same where a is constant and b depends on constants and on the input alone: exact for an input that is held. */
    EXACT("exact");

    private final String word;

    Scheme(String word) {
        this.word = word;
    }

    /**
     * The name in a text.
     *
     * @return one word
     */
    public String word() {
        return word;
    }
}

package org.spike4j.neuron.surrogate;

/** The check that every constant of a surrogate passes. */
final class Positive {
    private Positive() {}

    static void require(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
        }
    }
}

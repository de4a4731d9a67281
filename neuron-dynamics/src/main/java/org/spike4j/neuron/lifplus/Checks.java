package org.spike4j.neuron.lifplus;

/** Checks shared by the options. */
final class Checks {
    private Checks() {}

    static void finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
    }

    static void rate(double value, String name) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie in (0, 1), was " + value);
        }
    }
}

package org.spike4j.neuron.surrogate;

/** The checks that the constants of a surrogate pass. */
final class Require {
    private Require() {}

    static void positive(double value, String name) {
        above(0, value, name, "positive");
    }

    static void notNegative(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be 0 or more and finite, was " + value);
        }
    }

    static void above(double bound, double value, String name) {
        above(bound, value, name, "above " + bound);
    }

    static void finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
    }

    private static void above(double bound, double value, String name, String wanted) {
        if (!(value > bound) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be " + wanted + " and finite, was " + value);
        }
    }
}

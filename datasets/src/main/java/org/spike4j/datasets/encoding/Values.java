package org.spike4j.datasets.encoding;

/** Checks what encoders are given. */
final class Values {
    private Values() {}

    static void requireSteps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be >= 1, was " + steps);
        }
    }

    static void requireFinite(double value, int index) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("values must be finite, value " + index + " was " + value);
        }
    }

    static void requireShare(double value, int index) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "values must be 0 to 1, value " + index + " was " + value + "; scale the input first");
        }
    }
}

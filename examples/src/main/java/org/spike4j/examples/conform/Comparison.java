package org.spike4j.examples.conform;

import java.util.Optional;

/** Compares arrays and keeps the largest error, relative to the largest entry of each array. */
final class Comparison {
    /** An array with no entry above this is zero up to rounding; its error counts absolutely. */
    private static final double ZERO = 1e-14;

    private final double tolerance;
    private double largest;
    private String reason;

    Comparison(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Compares where values are zero, exactly, and the values. */
    void spikes(String what, double[] actual, double[] expected) {
        int differing = 0;
        for (int k = 0; k < expected.length; k++) {
            differing += (actual[k] != 0) == (expected[k] != 0) ? 0 : 1;
        }
        if (differing > 0) {
            largest = Double.POSITIVE_INFINITY;
            reason = differing + " of " + expected.length + " " + what + " differ";
        }
        values(what, actual, expected);
    }

    /** Compares values. */
    void values(String what, double[] actual, double[] expected) {
        double scale = 0;
        double difference = 0;
        for (int k = 0; k < expected.length; k++) {
            scale = Math.max(scale, Math.abs(expected[k]));
            double one = Math.abs(actual[k] - expected[k]);
            difference = one <= difference ? difference : one; // a NaN stays
        }
        double error = difference / (scale < ZERO ? 1 : scale);
        if (!(error <= largest)) {
            largest = error;
            reason = error <= tolerance ? reason : what + " differs by " + error + " of its largest entry";
        }
    }

    /** Notes that something the case holds could not be computed. */
    void missing(String what) {
        largest = Double.POSITIVE_INFINITY;
        reason = what + " is not computed here";
    }

    double largestError() {
        return largest;
    }

    /** What differs most, if anything by more than the tolerance. */
    Optional<String> failure() {
        return Optional.ofNullable(reason);
    }
}

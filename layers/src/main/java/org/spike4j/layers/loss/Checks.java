package org.spike4j.layers.loss;

import java.util.List;

/** Checks shared by the losses. */
final class Checks {
    private Checks() {}

    static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, was " + value);
        }
        return value;
    }

    static double share(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be from 0 to 1, was " + value);
        }
        return value;
    }

    /** Weights of classes, null for none. */
    static List<Double> weights(List<Double> weights) {
        if (weights == null) {
            return List.of();
        }
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a class weight must be a number >= 0, was " + weight);
            }
        }
        return List.copyOf(weights);
    }

    static void weightsFit(List<Double> weights, int classes) {
        if (!weights.isEmpty() && weights.size() != classes) {
            throw new IllegalArgumentException("class weights must be one for each of the " + classes
                    + " classes, were " + weights.size() + "; give that many, or none");
        }
    }
}

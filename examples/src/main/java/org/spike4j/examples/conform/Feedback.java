package org.spike4j.examples.conform;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the neurons of a case feed their output back to each other: x_t + y_{t-1} R + b.
 *
 * @param weights R, [from][to] one after the other
 * @param bias b, one a column
 * @param gradients what the gradients on R and b are in the case, by the name of the parameter there
 */
record Feedback(double[] weights, double[] bias, Map<String, Gradient> gradients) {

    /** A gradient as the case has it, from the ones on R and b. */
    interface Gradient {
        double[] of(double[] onWeights, double[] onBias);
    }

    /** All to all: a matrix [to][from] of the case. */
    static Feedback matrix(double[] toFrom, String name) {
        int columns = (int) Math.sqrt(toFrom.length);
        Map<String, Gradient> gradients = new LinkedHashMap<>();
        gradients.put(name, (onWeights, onBias) -> transposed(onWeights, columns));
        return new Feedback(transposed(toFrom, columns), new double[columns], gradients);
    }

    /** One to one: one value for all neurons, or one a column. */
    static Feedback diagonal(double[] values, int columns, String name) {
        double[] weights = new double[columns * columns];
        for (int k = 0; k < columns; k++) {
            weights[k * columns + k] = values[values.length == 1 ? 0 : k];
        }
        Gradient each = (onWeights, onBias) -> diagonal(onWeights, columns);
        Gradient sum = (onWeights, onBias) ->
                new double[] {Arrays.stream(diagonal(onWeights, columns)).sum()};
        return new Feedback(weights, new double[columns], Map.of(name, values.length == 1 ? sum : each));
    }

    /** The same with a bias. */
    Feedback withBias(double[] newBias, String name) {
        Map<String, Gradient> all = new LinkedHashMap<>(gradients);
        all.put(name, (onWeights, onBias) -> onBias);
        return new Feedback(weights, newBias, all);
    }

    /** Shape of a gradient with so many entries. */
    int[] shape(double[] gradient) {
        int columns = bias.length;
        return gradient.length == columns * columns ? new int[] {columns, columns} : new int[] {columns};
    }

    private static double[] diagonal(double[] matrix, int columns) {
        double[] diagonal = new double[columns];
        for (int k = 0; k < columns; k++) {
            diagonal[k] = matrix[k * columns + k];
        }
        return diagonal;
    }

    private static double[] transposed(double[] matrix, int columns) {
        double[] transposed = new double[matrix.length];
        for (int k = 0; k < matrix.length; k++) {
            transposed[k % columns * columns + k / columns] = matrix[k];
        }
        return transposed;
    }
}

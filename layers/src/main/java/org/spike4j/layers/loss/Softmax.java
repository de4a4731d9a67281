package org.spike4j.layers.loss;

import java.util.List;

/** The softmax over classes and its cross-entropy. */
final class Softmax {
    private Softmax() {}

    /** p = exp(x) / (sum over classes of exp(x)), in place; the largest is subtracted first, so that nothing overflows. */
    static void applyInPlace(double[] x) {
        double logSum = logSumOfExps(x, 0, x.length);
        for (int k = 0; k < x.length; k++) {
            x[k] = Math.exp(x[k] - logSum);
        }
    }

    /**
     * The cross-entropy of one row, with p the softmax over its classes, y the label and c the weights of the classes:
     *
     * <pre>
     * L = -(sum over k of c_k y_k log p_k)
     * dL/dx_k = p_k (sum over j of c_j y_j) - c_k y_k
     * </pre>
     *
     * @param x values; not modified
     * @param at where the row starts in x and in the gradient
     * @param label y, [K]; not modified
     * @param weights c, or none for 1
     * @param share factor of the gradient, not of the loss
     * @param gradient share dL/dx is added to its row
     * @return L
     */
    static double crossEntropy(
            double[] x, int at, double[] label, List<Double> weights, double share, double[] gradient) {
        int classes = label.length;
        double logSum = logSumOfExps(x, at, classes);
        double loss = 0;
        double total = 0;
        for (int k = 0; k < classes; k++) {
            double wanted = wanted(label, weights, k);
            loss -= wanted == 0 ? 0 : wanted * (x[at + k] - logSum);
            total += wanted;
        }
        for (int k = 0; k < classes; k++) {
            gradient[at + k] += share * (Math.exp(x[at + k] - logSum) * total - wanted(label, weights, k));
        }
        return loss;
    }

    private static double wanted(double[] label, List<Double> weights, int k) {
        return weights.isEmpty() ? label[k] : weights.get(k) * label[k];
    }

    private static double logSumOfExps(double[] x, int at, int classes) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            highest = Math.max(highest, x[at + k]);
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += Math.exp(x[at + k] - highest);
        }
        return highest + Math.log(sum);
    }
}

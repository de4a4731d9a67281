package org.spike4j.layers.execution;

import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.spike4j.neuron.kernel.KernelThreads;

/**
 * The cross-entropy of the softmax at every step, or of one value, loss and gradient in one pass; ND4J takes some twenty
 * operations for them. With p the softmax over the classes k of x, y the labels, c the classes' weights (1 unless
 * given), and m the mask (1 without one):
 *
 * <pre>
 * q_tn = m_tn / (sum over t of m_tn)
 * L = sum over t and n of q_tn sum over k of -c_k y_nk log p_tnk
 * dL/dx_tnk = q_tn (p_tnk sum over j of c_j y_nj - c_k y_nk)
 * </pre>
 *
 * <p>In the loss, but not in its gradient, p is clipped to clip..1 - clip, as {@link LossMCXENT} does.
 *
 * @param weights c, [1, K], or null
 * @param clip distance of p from 0 and 1 in the loss
 */
record StepCrossEntropy(INDArray weights, double clip) {
    private static final int ROWS = 64; // of a piece of work

    /** The fast form of the loss function and activation, for values of a type; null if they have none. */
    static StepCrossEntropy of(ReadoutLoss loss, DataType type) {
        boolean covered = loss.function().getClass() == LossMCXENT.class
                && loss.activation() instanceof ActivationSoftmax
                && (type == DataType.FLOAT || type == DataType.DOUBLE);
        if (!covered) {
            return null;
        }
        LossMCXENT function = (LossMCXENT) loss.function();
        return new StepCrossEntropy(function.getWeights(), function.getSoftmaxClipEps());
    }

    /**
     * Computes loss and gradient.
     *
     * @param sequence x, [T, N, K], dense in c order; not modified
     * @param mask m, [T, N], or null; not modified
     * @param labels y, [N, K]; not modified
     * @param gradient becomes dL/dx, [T, N, K] of the same type, dense in c order
     * @return L, summed over the samples
     */
    double evaluateInto(INDArray sequence, INDArray mask, INDArray labels, INDArray gradient) {
        int steps = (int) sequence.size(0);
        int samples = (int) sequence.size(1);
        int classes = (int) sequence.size(2);
        double[] x = Values.read(sequence);
        double[] y = weighted(labels, classes);
        double[] share = shares(mask, steps, samples);
        double[] losses = new double[steps * samples];
        KernelThreads.forEach((losses.length + ROWS - 1) / ROWS, piece -> {
            double[] exps = new double[classes];
            for (int row = piece * ROWS; row < Math.min(losses.length, (piece + 1) * ROWS); row++) {
                losses[row] = rowInPlace(x, row * classes, y, row % samples * classes, exps, share[row]);
            }
        });
        Values.write(x, gradient);
        double loss = 0;
        for (int row = 0; row < losses.length; row++) {
            loss += share[row] * losses[row];
        }
        return loss;
    }

    /** Turns a row of x into the gradient, times its share; returns the loss of the row, without it. Overwrites the exps. */
    private double rowInPlace(double[] x, int at, double[] y, int label, double[] exps, double share) {
        int classes = exps.length;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            highest = Math.max(highest, x[at + k]);
        }
        double sum = 0;
        double wanted = 0;
        double loss = 0;
        for (int k = 0; k < classes; k++) {
            exps[k] = Math.exp(x[at + k] - highest);
            sum += exps[k];
            wanted += y[label + k];
        }
        double logSum = highest + Math.log(sum);
        double least = Math.log(clip);
        double most = Math.log1p(-clip);
        for (int k = 0; k < classes; k++) {
            double logP = x[at + k] - logSum;
            loss -= y[label + k] == 0 ? 0 : y[label + k] * Math.min(most, Math.max(least, logP));
            x[at + k] = share * (exps[k] / sum * wanted - y[label + k]);
        }
        return loss;
    }

    /** c y. */
    private double[] weighted(INDArray labels, int classes) {
        double[] y = Values.read(labels);
        for (int k = 0; weights != null && k < y.length; k++) {
            y[k] *= weights.getDouble(k % classes);
        }
        return y;
    }

    /** q, [T * N]. */
    private static double[] shares(INDArray mask, int steps, int samples) {
        double[] share = new double[steps * samples];
        double[] counted = new double[samples];
        for (int row = 0; row < share.length; row++) {
            share[row] = mask == null ? 1 : mask.getDouble(row / samples, row % samples);
            counted[row % samples] += share[row];
        }
        for (int row = 0; row < share.length; row++) {
            share[row] = counted[row % samples] == 0 ? 0 : share[row] / counted[row % samples];
        }
        return share;
    }
}

package org.spike4j.layers.execution;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.Reduction;

/** A sequence x [T, N, K] reduced to y [N, K] by a {@link Reduction}, and the way back. What both need is read once. */
public final class ReducedSequence {
    private final Reduction reduction;
    private final INDArray sequence;
    private final int classes;
    /** x, or its softmax, [T][N*K]. */
    private final double[] values;
    /** Which steps count, [T][N]; null if all. */
    private final double[] mask;
    /** How many steps count, [N]. */
    private final int[] counts;
    /** Where the step lies that is taken, [N*K], -1 if none counts; null if y is a sum. */
    private final int[] taken;

    private ReducedSequence(Reduction reduction, INDArray sequence, INDArray mask) {
        this.reduction = reduction;
        this.sequence = sequence;
        classes = (int) sequence.size(2);
        values = Values.read(sequence);
        this.mask = mask == null ? null : Values.read(mask);
        counts = new int[(int) sequence.size(1)];
        for (int row = 0; row < values.length / classes; row++) {
            counts[row % counts.length] += counts(row) ? 1 : 0;
        }
        taken = reduction == Reduction.LAST || reduction == Reduction.MAX ? takenSteps() : null;
    }

    /**
     * Reduces a sequence.
     *
     * @param reduction how
     * @param sequence x, [T, N, K]; not modified
     * @param mask m, [T, N], or null if all steps count; not modified
     * @return what {@link #value} and {@link #pullBack} tell about it
     * @throws IllegalArgumentException if the sequence has another rank
     */
    public static ReducedSequence of(Reduction reduction, INDArray sequence, INDArray mask) {
        if (sequence.rank() != 3) {
            throw new IllegalArgumentException("sequence must be [T, N, K], was " + sequence.shapeInfoToString());
        }
        INDArray summed = reduction == Reduction.SUM_OF_SOFTMAX ? softmax(sequence) : sequence;
        return new ReducedSequence(reduction, summed, mask);
    }

    /**
     * The reduced sequence.
     *
     * @return y, [N, K]
     */
    public INDArray value() {
        double[] y = new double[counts.length * classes];
        if (taken == null) {
            addSteps(y);
        }
        for (int s = 0; s < y.length; s++) {
            if (taken != null) {
                y[s] = taken[s] < 0 ? 0 : values[taken[s]];
            } else if (isMean()) {
                y[s] /= Math.max(1, counts[s / classes]);
            }
        }
        INDArray value = Nd4j.createUninitialized(sequence.dataType(), new long[] {counts.length, classes}, 'c');
        Values.write(y, value);
        return value;
    }

    /**
     * Pulls a gradient on y back to x.
     *
     * @param gradient dL/dy, [N, K]; not modified
     * @return dL/dx, [T, N, K], dense in c order
     */
    public INDArray pullBack(INDArray gradient) {
        INDArray pulled = Nd4j.createUninitialized(sequence.dataType(), sequence.shape(), 'c');
        pullBackInto(gradient, pulled);
        return pulled;
    }

    /**
     * Pulls a gradient on y back to x.
     *
     * @param gradient dL/dy, [N, K]; not modified
     * @param pulled becomes dL/dx, T*N*K elements, dense in c order
     */
    void pullBackInto(INDArray gradient, INDArray pulled) {
        double[] g = Values.read(gradient);
        if (taken != null) {
            pulled.assign(0);
            Values.write(g, taken, pulled);
            return;
        }
        double[] onValues = new double[values.length];
        shareAmongSteps(g, onValues);
        if (reduction == Reduction.SUM_OF_SOFTMAX) {
            throughSoftmaxInPlace(onValues);
        }
        Values.write(onValues, pulled);
    }

    private boolean counts(int row) {
        return mask == null || mask[row] != 0;
    }

    private boolean isMean() {
        return reduction == Reduction.MEAN || reduction == Reduction.EVERY_STEP;
    }

    private int[] takenSteps() {
        int[] steps = new int[counts.length * classes];
        Arrays.fill(steps, -1);
        boolean last = reduction == Reduction.LAST;
        for (int row = 0; row < values.length / classes; row++) {
            int s = row % counts.length * classes;
            for (int at = row * classes; counts(row) && at < (row + 1) * classes; at++, s++) {
                if (last || steps[s] < 0 || values[at] > values[steps[s]]) {
                    steps[s] = at;
                }
            }
        }
        return steps;
    }

    private void addSteps(double[] y) {
        for (int row = 0; row < values.length / classes; row++) {
            int s = row % counts.length * classes;
            for (int at = row * classes; counts(row) && at < (row + 1) * classes; at++, s++) {
                y[s] += values[at];
            }
        }
    }

    private void shareAmongSteps(double[] g, double[] pulled) {
        for (int row = 0; row < values.length / classes; row++) {
            int sample = row % counts.length;
            int s = sample * classes;
            double share = isMean() ? 1.0 / Math.max(1, counts[sample]) : 1;
            for (int at = row * classes; counts(row) && at < (row + 1) * classes; at++, s++) {
                pulled[at] = g[s] * share;
            }
        }
    }

    private static INDArray softmax(INDArray sequence) {
        long classes = sequence.size(2);
        INDArray rows = sequence.dup('c').reshape('c', sequence.length() / classes, classes);
        return Nd4j.nn.softmax(rows, 1).reshape('c', sequence.shape());
    }

    /** With p the softmax: dL/dx = p (g - sum over classes of p g). */
    private void throughSoftmaxInPlace(double[] g) {
        for (int row = 0; row < g.length; row += classes) {
            double sum = 0;
            for (int at = row; at < row + classes; at++) {
                sum += values[at] * g[at];
            }
            for (int at = row; at < row + classes; at++) {
                g[at] = values[at] * (g[at] - sum);
            }
        }
    }
}

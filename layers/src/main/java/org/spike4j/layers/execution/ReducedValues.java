package org.spike4j.layers.execution;

import java.util.Arrays;
import org.spike4j.layers.Reduction;

/** The arithmetic of {@link Reduction} on plain arrays: x [T][N][K] becomes y [N][K], and the way back. */
public final class ReducedValues {
    private final Reduction reduction;
    private final int classes;
    /** x, or its softmax, [T][N*K]. */
    private final double[] values;
    /** Which steps count, [T][N]; null if all. */
    private final double[] mask;
    /** How many steps count, [N]. */
    private final int[] counts;
    /** Where the step lies that is taken, [N*K], -1 if none counts; null if y is a sum. */
    private final int[] taken;
    /** Index of that step among those that count, from 0, [N*K]; null if y is a sum. */
    private final int[] times;

    /**
     * Reduces a sequence.
     *
     * @param reduction how
     * @param sequence x, [T][N][K]; not modified, and read again by {@link #pullBack}
     * @param mask m, [T][N], or null if all steps count; not modified
     * @param samples N
     * @param classes K
     */
    public ReducedValues(Reduction reduction, double[] sequence, double[] mask, int samples, int classes) {
        this.reduction = reduction;
        this.classes = classes;
        this.mask = mask;
        values = reduction == Reduction.SUM_OF_SOFTMAX ? softmax(sequence, classes) : sequence;
        counts = new int[samples];
        for (int row = 0; row < values.length / classes; row++) {
            counts[row % samples] += counts(row) ? 1 : 0;
        }
        taken = reduction.takesOneStep() ? new int[samples * classes] : null;
        times = taken == null ? null : new int[taken.length];
        if (taken != null) {
            take();
        }
    }

    /**
     * The reduced sequence.
     *
     * @return y, [N][K], a new array
     */
    public double[] value() {
        double[] y = new double[counts.length * classes];
        if (taken == null) {
            addSteps(y);
        }
        for (int s = 0; s < y.length; s++) {
            if (taken != null) {
                y[s] = taken[s] < 0 ? 0 : takenValue(s);
            } else if (isMean()) {
                y[s] /= Math.max(1, counts[s / classes]);
            }
        }
        return y;
    }

    private double takenValue(int s) {
        return switch (reduction) {
            case FIRST_SPIKE -> -times[s];
            case INVERSE_FIRST_SPIKE -> 1.0 / (times[s] + 1);
            default -> values[taken[s]];
        };
    }

    /**
     * Pulls a gradient on y back to x.
     *
     * @param gradient dL/dy, [N][K]; not modified
     * @return dL/dx, [T][N][K], a new array
     */
    public double[] pullBack(double[] gradient) {
        double[] pulled = new double[values.length];
        if (taken != null) {
            double[] onTaken = onTaken(gradient);
            for (int s = 0; s < taken.length; s++) {
                if (taken[s] >= 0) {
                    pulled[taken[s]] = onTaken[s];
                }
            }
            return pulled;
        }
        shareAmongSteps(gradient, pulled);
        if (reduction == Reduction.SUM_OF_SOFTMAX) {
            throughSoftmaxInPlace(pulled);
        }
        return pulled;
    }

    /** Where the steps lie that are taken, [N*K], -1 if none counts; null if y is a sum. */
    int[] taken() {
        return taken;
    }

    /** dL/dx at the steps that are taken, [N*K]. */
    double[] onTaken(double[] gradient) {
        if (reduction != Reduction.INVERSE_FIRST_SPIKE) {
            return gradient;
        }
        double[] onTaken = gradient.clone();
        for (int s = 0; s < onTaken.length; s++) {
            onTaken[s] /= (times[s] + 1.0) * (times[s] + 1.0);
        }
        return onTaken;
    }

    private boolean counts(int row) {
        return mask == null || mask[row] != 0;
    }

    private boolean isMean() {
        return reduction == Reduction.MEAN || reduction == Reduction.EVERY_STEP;
    }

    private void take() {
        Arrays.fill(taken, -1);
        int[] seen = new int[counts.length];
        for (int row = 0; row < values.length / classes; row++) {
            int sample = row % counts.length;
            int s = sample * classes;
            for (int at = row * classes; counts(row) && at < (row + 1) * classes; at++, s++) {
                if (taken[s] < 0 || replaces(values[at], values[taken[s]])) {
                    taken[s] = at;
                    times[s] = seen[sample];
                }
            }
            seen[sample] += counts(row) ? 1 : 0;
        }
    }

    private boolean replaces(double later, double before) {
        return switch (reduction) {
            case MAX -> later > before;
            case FIRST_SPIKE, INVERSE_FIRST_SPIKE -> before == 0;
            default -> true;
        };
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

    private static double[] softmax(double[] sequence, int classes) {
        double[] softmax = sequence.clone();
        for (int row = 0; row < softmax.length; row += classes) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int at = row; at < row + classes; at++) {
                highest = Math.max(highest, softmax[at]);
            }
            double sum = 0;
            for (int at = row; at < row + classes; at++) {
                softmax[at] = Math.exp(softmax[at] - highest);
                sum += softmax[at];
            }
            for (int at = row; at < row + classes; at++) {
                softmax[at] /= sum;
            }
        }
        return softmax;
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

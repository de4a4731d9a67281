package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.Reduction;

/**
 * The reduction of a sequence that comes in windows. With p the reduction of the n steps before, and r that of the m steps
 * of the window that count:
 *
 * <pre>
 * y = (n p + m r) / (n + m), dy/dr = m / (n + m)    MEAN, EVERY_STEP
 * y = p + r,                 dy/dr = 1              SUM, SUM_OF_SOFTMAX
 * y = max(p, r),             dy/dr = r > p          MAX
 * y = r if m > 0 else p,     dy/dr = m > 0          LAST
 * </pre>
 *
 * <p>No gradient goes to p.
 */
final class CarriedReduction {
    private final Reduction reduction;
    private final double[] value;
    private final double[] steps;

    private CarriedReduction(Reduction reduction, double[] value, double[] steps) {
        this.reduction = reduction;
        this.value = value;
        this.steps = steps;
    }

    /** After the first window [T, N, K]; the mask [T, N] may be null. */
    static CarriedReduction first(Reduction reduction, INDArray window, INDArray mask) {
        double[] own = Values.read(reduction.reduce(window, mask));
        return new CarriedReduction(reduction, own, counts(window, mask));
    }

    /** After one more window. */
    CarriedReduction then(INDArray window, INDArray mask) {
        double[] counts = counts(window, mask);
        double[] y = combine(Values.read(reduction.reduce(window, mask)), counts);
        for (int n = 0; n < counts.length; n++) {
            counts[n] += steps[n];
        }
        return new CarriedReduction(reduction, y, counts);
    }

    /** y of all steps so far, [N, K], from r of a window [T, N, K]. */
    INDArray with(INDArray own, INDArray window, INDArray mask) {
        INDArray y = Nd4j.createUninitialized(own.dataType(), own.shape(), 'c');
        Values.write(combine(Values.read(own), counts(window, mask)), y);
        return y;
    }

    /** dy/dr, [N, K]. */
    INDArray slope(INDArray own, INDArray window, INDArray mask) {
        double[] r = Values.read(own);
        double[] counts = counts(window, mask);
        int classes = r.length / counts.length;
        for (int s = 0; s < r.length; s++) {
            double m = counts[s / classes];
            double n = steps[s / classes];
            r[s] = switch (reduction) {
                case MEAN, EVERY_STEP -> m / Math.max(1, n + m);
                case SUM, SUM_OF_SOFTMAX -> 1;
                case MAX -> m > 0 && (n == 0 || r[s] > value[s]) ? 1 : 0;
                case LAST -> m > 0 ? 1 : 0;
                case FIRST_SPIKE, INVERSE_FIRST_SPIKE -> throw wholeOnly(reduction);
            };
        }
        INDArray slope = Nd4j.createUninitialized(own.dataType(), own.shape(), 'c');
        Values.write(r, slope);
        return slope;
    }

    private double[] combine(double[] own, double[] counts) {
        int classes = own.length / counts.length;
        double[] y = new double[own.length];
        for (int s = 0; s < y.length; s++) {
            double m = counts[s / classes];
            double n = steps[s / classes];
            y[s] = switch (reduction) {
                case MEAN, EVERY_STEP -> (n * value[s] + m * own[s]) / Math.max(1, n + m);
                case SUM, SUM_OF_SOFTMAX -> value[s] + own[s];
                case MAX -> n == 0 || (m > 0 && own[s] > value[s]) ? own[s] : value[s];
                case LAST -> m > 0 ? own[s] : value[s];
                case FIRST_SPIKE, INVERSE_FIRST_SPIKE -> throw wholeOnly(reduction);
            };
        }
        return y;
    }

    private static IllegalStateException wholeOnly(Reduction reduction) {
        return new IllegalStateException(reduction + " needs the whole sequence; use another reduction with windows");
    }

    /** Steps of the window that count, [N]. */
    private static double[] counts(INDArray window, INDArray mask) {
        double[] counts = new double[(int) window.size(1)];
        double[] counted = mask == null ? null : Values.read(mask);
        for (int row = 0; row < window.size(0) * counts.length; row++) {
            counts[row % counts.length] += counted == null || counted[row] != 0 ? 1 : 0;
        }
        return counts;
    }
}

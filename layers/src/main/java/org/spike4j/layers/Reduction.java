package org.spike4j.layers;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How a readout turns a sequence x [T, N, K] into one value y [N, K] for each sample and class. With a mask m [T, N] only
 * the steps with m = 1 count.
 */
public enum Reduction {
    /** y = mean over t of x_t. */
    MEAN,
    /** y = sum over t of x_t. */
    SUM,
    /** y = x_T, the last step that counts. */
    LAST,
    /** y = max over t of x_t; the gradient goes to the first maximum. */
    MAX,
    /** y = sum over t of softmax over classes of x_t. */
    SUM_OF_SOFTMAX,
    /**
     * The loss is the mean over t of the losses of x_t (temporal efficient training, Deng et al. 2022, ICLR); the output is
     * y = mean over t of x_t.
     */
    EVERY_STEP;

    /**
     * Reduces a sequence.
     *
     * @param sequence x, [T, N, K]; not modified
     * @param mask m, [T, N], or null if all steps count; not modified
     * @return y, [N, K]
     */
    public INDArray reduce(INDArray sequence, INDArray mask) {
        Series x = Series.of(this == SUM_OF_SOFTMAX ? softmax(sequence) : sequence, mask);
        double[] reduced = new double[x.samples * x.classes];
        for (int s = 0; s < reduced.length; s++) {
            reduced[s] = reduce(x, s);
        }
        return Nd4j.createFromArray(reduced).reshape(x.samples, x.classes).castTo(sequence.dataType());
    }

    /**
     * Pulls a gradient on y back to x.
     *
     * @param sequence x, [T, N, K]; not modified
     * @param mask m, [T, N], or null; not modified
     * @param gradient dL/dy, [N, K]; not modified
     * @return dL/dx, [T, N, K]
     */
    public INDArray pullBack(INDArray sequence, INDArray mask, INDArray gradient) {
        INDArray values = this == SUM_OF_SOFTMAX ? softmax(sequence) : sequence;
        Series x = Series.of(values, mask);
        double[] g = gradient.dup('c').reshape(gradient.length()).toDoubleVector();
        double[] out = new double[x.values.length];
        for (int s = 0; s < g.length; s++) {
            pullBack(x, s, g[s], out);
        }
        INDArray pulled = Nd4j.createFromArray(out).reshape(sequence.shape()).castTo(sequence.dataType());
        return this == SUM_OF_SOFTMAX ? throughSoftmax(values, pulled) : pulled;
    }

    private double reduce(Series x, int s) {
        double sum = 0;
        double max = Double.NEGATIVE_INFINITY;
        double last = 0;
        for (int t = 0; t < x.steps; t++) {
            if (x.counts(t, s)) {
                last = x.at(t, s);
                sum += last;
                max = Math.max(max, last);
            }
        }
        return switch (this) {
            case MEAN, EVERY_STEP -> sum / Math.max(1, x.count(s));
            case SUM, SUM_OF_SOFTMAX -> sum;
            case LAST -> last;
            case MAX -> x.count(s) == 0 ? 0 : max;
        };
    }

    private void pullBack(Series x, int s, double g, double[] out) {
        int chosen = -1;
        for (int t = 0; t < x.steps; t++) {
            if (x.counts(t, s)) {
                boolean better = this == LAST || chosen < 0 || x.at(t, s) > x.at(chosen, s);
                chosen = better ? t : chosen;
            }
        }
        for (int t = 0; t < x.steps; t++) {
            double share = switch (this) {
                case MEAN, EVERY_STEP -> g / Math.max(1, x.count(s));
                case SUM, SUM_OF_SOFTMAX -> g;
                case LAST, MAX -> t == chosen ? g : 0;
            };
            out[x.index(t, s)] = x.counts(t, s) ? share : 0;
        }
    }

    private static INDArray softmax(INDArray sequence) {
        long classes = sequence.size(2);
        INDArray rows = sequence.dup('c').reshape('c', sequence.length() / classes, classes);
        return Nd4j.nn.softmax(rows, 1).reshape('c', sequence.shape());
    }

    /** With p the softmax: dL/dx = p (g - sum over classes of p g). */
    private static INDArray throughSoftmax(INDArray p, INDArray g) {
        INDArray product = p.mul(g);
        return product.sub(p.mul(product.sum(true, 2)));
    }

    /** The values [T][N*K] with the steps of each sample that count. */
    private record Series(int steps, int samples, int classes, double[] values, double[] mask) {

        static Series of(INDArray sequence, INDArray mask) {
            if (sequence.rank() != 3) {
                throw new IllegalArgumentException("sequence must be [T, N, K], was " + sequence.shapeInfoToString());
            }
            double[] values = sequence.dup('c').reshape(sequence.length()).toDoubleVector();
            double[] weights = mask == null
                    ? null
                    : mask.dup('c')
                            .reshape(mask.length())
                            .castTo(sequence.dataType())
                            .toDoubleVector();
            return new Series((int) sequence.size(0), (int) sequence.size(1), (int) sequence.size(2), values, weights);
        }

        int index(int t, int s) {
            return t * samples * classes + s;
        }

        double at(int t, int s) {
            return values[index(t, s)];
        }

        boolean counts(int t, int s) {
            return mask == null || mask[t * samples + s / classes] != 0;
        }

        int count(int s) {
            int count = 0;
            for (int t = 0; t < steps; t++) {
                count += counts(t, s) ? 1 : 0;
            }
            return count;
        }
    }
}

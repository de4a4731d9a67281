package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Statistics and affine maps of each step and channel of sequences [steps * samples, channels, inner...] in c order, row =
 * step * samples + sample, for normalisations that stand by themselves. Sums are taken in double, whatever the tensors are;
 * threads are those of {@link KernelThreads}, and results do not depend on them.
 */
public final class StepKernels {
    private StepKernels() {}

    /**
     * Mean and biased variance of each step and channel over samples and inner, in two passes.
     *
     * @param x [steps * samples, channels, inner...], dense in c order; not modified
     * @param steps T
     * @return the moments of each step
     */
    public static List<ChannelMoments> moments(INDArray x, int steps) {
        StepTiles tiles = StepTiles.of(x, steps);
        long count = (long) tiles.samples() * tiles.inner();
        List<ChannelMoments> moments = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            moments.add(new ChannelMoments(new double[tiles.channels()], new double[tiles.channels()], count));
        }
        Slabs from = tiles.slabs(x);
        try {
            tiles.forEach((step, first, channels) -> {
                RowWindow window = tiles.window(from, first, channels);
                double[] mean = moments.get(step).mean();
                double[] variance = moments.get(step).variance();
                double[] sums = new double[channels * tiles.inner()];
                for (int row = step * tiles.samples(); row < (step + 1) * tiles.samples(); row++) {
                    addInto(sums, window.load(row));
                }
                scaled(RowWindow.byChannel(sums, tiles.inner()), 1.0 / count, mean, first);
                double[] centre = RowWindow.byElement(mean, first, channels, tiles.inner());
                double[] squares = new double[sums.length];
                for (int row = step * tiles.samples(); row < (step + 1) * tiles.samples(); row++) {
                    addSquaresInto(squares, window.load(row), centre);
                }
                scaled(RowWindow.byChannel(squares, tiles.inner()), 1.0 / count, variance, first);
            });
        } finally {
            Reference.reachabilityFence(x);
        }
        return moments;
    }

    /**
     * Applies a map of each step and channel: y = scale x + shift.
     *
     * @param x [steps * samples, channels, inner...], dense in c order; not modified
     * @param maps one a step, each with a scale
     * @param y of the same shape; receives the result; may be x
     */
    public static void apply(INDArray x, List<AffineInput> maps, INDArray y) {
        StepTiles tiles = StepTiles.of(x, maps.size());
        tiles.requireSame(y, x, "y");
        Slabs from = tiles.slabs(x);
        Slabs to = tiles.slabs(y);
        try {
            tiles.forEach((step, first, channels) -> {
                RowWindow in = tiles.window(from, first, channels);
                RowWindow out = tiles.window(to, first, channels);
                double[] scale = RowWindow.byElement(maps.get(step).scale(), first, channels, tiles.inner());
                double[] shift = RowWindow.byElement(maps.get(step).shift(), first, channels, tiles.inner());
                for (int row = step * tiles.samples(); row < (step + 1) * tiles.samples(); row++) {
                    double[] values = in.load(row);
                    for (int k = 0; k < values.length; k++) {
                        values[k] = scale[k] * values[k] + shift[k];
                    }
                    out.store(row, values);
                }
            });
        } finally {
            Reference.reachabilityFence(x);
            Reference.reachabilityFence(y);
        }
    }

    /**
     * Gradients with respect to the maps of {@link #apply}: of each step and channel, dL/dscale = sum of x dL/dy and
     * dL/dshift = sum of dL/dy.
     *
     * @param gradient dL/dy, of the shape of x, dense in c order; not modified
     * @param x [steps * samples, channels, inner...], dense in c order; not modified
     * @param steps T
     * @return the gradients of each step
     */
    public static List<AffineInput> mapGradients(INDArray gradient, INDArray x, int steps) {
        StepTiles tiles = StepTiles.of(x, steps);
        tiles.requireSame(gradient, x, "gradient");
        List<AffineInput> gradients = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            gradients.add(new AffineInput(new double[tiles.channels()], new double[tiles.channels()]));
        }
        Slabs values = tiles.slabs(x);
        Slabs upstream = tiles.slabs(gradient);
        try {
            tiles.forEach((step, first, channels) -> {
                RowWindow in = tiles.window(values, first, channels);
                RowWindow out = tiles.window(upstream, first, channels);
                double[] scale = new double[channels * tiles.inner()];
                double[] shift = new double[scale.length];
                for (int row = step * tiles.samples(); row < (step + 1) * tiles.samples(); row++) {
                    double[] g = out.load(row);
                    addInto(shift, g);
                    addProductsInto(scale, g, in.load(row));
                }
                scaled(
                        RowWindow.byChannel(scale, tiles.inner()),
                        1,
                        gradients.get(step).scale(),
                        first);
                scaled(
                        RowWindow.byChannel(shift, tiles.inner()),
                        1,
                        gradients.get(step).shift(),
                        first);
            });
        } finally {
            Reference.reachabilityFence(x);
            Reference.reachabilityFence(gradient);
        }
        return gradients;
    }

    /**
     * Gradient on x of {@link #apply}, with what reaches it through statistics: dL/dx = scale dL/dy + slope x + offset.
     *
     * @param gradient dL/dy, of the shape of x, dense in c order; not modified
     * @param maps the maps of the pass, one a step
     * @param x [steps * samples, channels, inner...], dense in c order; not modified
     * @param corrections slope as scale and offset as shift, one a step
     * @param result of the same shape; receives dL/dx; may be the gradient
     */
    public static void pullBack(
            INDArray gradient, List<AffineInput> maps, INDArray x, List<AffineInput> corrections, INDArray result) {
        StepTiles tiles = StepTiles.of(x, maps.size());
        tiles.requireSame(gradient, x, "gradient");
        tiles.requireSame(result, x, "result");
        Slabs values = tiles.slabs(x);
        Slabs upstream = tiles.slabs(gradient);
        Slabs to = tiles.slabs(result);
        try {
            tiles.forEach((step, first, channels) -> {
                RowWindow in = tiles.window(values, first, channels);
                RowWindow out = tiles.window(upstream, first, channels);
                RowWindow written = tiles.window(to, first, channels);
                double[] scale = RowWindow.byElement(maps.get(step).scale(), first, channels, tiles.inner());
                AffineInput correction = corrections.get(step);
                double[] slope = RowWindow.byElement(correction.scale(), first, channels, tiles.inner());
                double[] offset = RowWindow.byElement(correction.shift(), first, channels, tiles.inner());
                for (int row = step * tiles.samples(); row < (step + 1) * tiles.samples(); row++) {
                    double[] g = out.load(row);
                    double[] one = in.load(row);
                    for (int k = 0; k < g.length; k++) {
                        g[k] = scale[k] * g[k] + slope[k] * one[k] + offset[k];
                    }
                    written.store(row, g);
                }
            });
        } finally {
            Reference.reachabilityFence(x);
            Reference.reachabilityFence(gradient);
            Reference.reachabilityFence(result);
        }
    }

    private static void addInto(double[] sums, double[] row) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += row[k];
        }
    }

    private static void addProductsInto(double[] sums, double[] a, double[] b) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += a[k] * b[k];
        }
    }

    private static void addSquaresInto(double[] sums, double[] row, double[] centre) {
        for (int k = 0; k < sums.length; k++) {
            double distance = row[k] - centre[k];
            sums[k] += distance * distance;
        }
    }

    private static void scaled(double[] values, double factor, double[] target, int at) {
        for (int c = 0; c < values.length; c++) {
            target[at + c] = factor * values[c];
        }
    }
}

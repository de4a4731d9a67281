package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Statistics and corrections of tensors [rows, channels, inner] in c order, one read of the memory each, for the batch
 * normalisation that is folded into a neuron. Threads are those of {@link KernelThreads}; results do not depend on them.
 */
public final class ChannelKernels {
    private ChannelKernels() {}

    /**
     * Mean and biased variance of each channel over rows and inner.
     *
     * <p>Each plane of a row and a channel gives its mean and its sum of squared deviations, which are merged in the order
     * of the rows (Chan, Golub and LeVeque 1983, The American Statistician 37(3)).
     *
     * @param x [rows, channels, inner...], dense in c order; not modified
     * @return the moments
     */
    public static ChannelMoments moments(INDArray x) {
        int rows = Math.toIntExact(x.size(0));
        int channels = Math.toIntExact(x.size(1));
        int inner = Math.toIntExact(x.length() / ((long) rows * channels));
        requireDense(x, "x");
        boolean doubles = x.dataType() == DataType.DOUBLE;
        Slabs slabs = Slabs.of(x, rows, (long) channels * inner);
        double[] mean = new double[channels];
        double[] variance = new double[channels];
        try {
            KernelThreads.forEach(channels, channel -> {
                PlaneStatistics total = new PlaneStatistics();
                float[] floats = new float[doubles ? 0 : inner];
                double[] plane = new double[doubles ? inner : 0];
                for (int row = 0; row < rows; row++) {
                    if (doubles) {
                        slabs.load(row, (long) channel * inner, inner, plane, 0);
                        total.merge(plane);
                    } else {
                        slabs.load(row, (long) channel * inner, inner, floats, 0);
                        total.merge(floats);
                    }
                }
                mean[channel] = total.mean();
                variance[channel] = total.variance();
            });
        } finally {
            Reference.reachabilityFence(x);
        }
        return new ChannelMoments(mean, variance, (long) rows * inner);
    }

    /**
     * Adds an affine function of another tensor: y += slope x + offset, with one slope and offset a channel.
     *
     * @param y [rows, channels, inner...], dense in c order; modified
     * @param x of the same shape; not modified
     * @param slope one a channel; not modified
     * @param offset one a channel; not modified
     */
    public static void addAffineInPlace(INDArray y, INDArray x, double[] slope, double[] offset) {
        int rows = Math.toIntExact(x.size(0));
        int channels = Math.toIntExact(x.size(1));
        int inner = Math.toIntExact(x.length() / ((long) rows * channels));
        requireDense(x, "x");
        requireDense(y, "y");
        if (y.length() != x.length() || y.dataType() != x.dataType()) {
            throw new IllegalArgumentException(
                    "y must match x " + x.shapeInfoToString() + ", was " + y.shapeInfoToString());
        }
        Slabs from = Slabs.of(x, rows, (long) channels * inner);
        Slabs to = Slabs.of(y, rows, (long) channels * inner);
        boolean doubles = x.dataType() == DataType.DOUBLE;
        try {
            KernelThreads.forEach(channels, channel -> {
                long start = (long) channel * inner;
                if (doubles) {
                    addDoubles(to, from, rows, start, inner, slope[channel], offset[channel]);
                } else {
                    addFloats(to, from, rows, start, inner, (float) slope[channel], (float) offset[channel]);
                }
            });
        } finally {
            Reference.reachabilityFence(x);
            Reference.reachabilityFence(y);
        }
    }

    private static void addFloats(Slabs to, Slabs from, int rows, long start, int inner, float slope, float offset) {
        float[] x = new float[inner];
        float[] y = new float[inner];
        for (int row = 0; row < rows; row++) {
            from.load(row, start, inner, x, 0);
            to.load(row, start, inner, y, 0);
            for (int k = 0; k < inner; k++) {
                y[k] += slope * x[k] + offset;
            }
            to.store(row, start, inner, y, 0);
        }
    }

    private static void addDoubles(Slabs to, Slabs from, int rows, long start, int inner, double slope, double offset) {
        double[] x = new double[inner];
        double[] y = new double[inner];
        for (int row = 0; row < rows; row++) {
            from.load(row, start, inner, x, 0);
            to.load(row, start, inner, y, 0);
            for (int k = 0; k < inner; k++) {
                y[k] += slope * x[k] + offset;
            }
            to.store(row, start, inner, y, 0);
        }
    }

    private static void requireDense(INDArray array, String name) {
        if (array.ordering() != 'c' || !DenseMemory.isDense(array)) {
            throw new IllegalArgumentException(name + " must be dense in c order; dup('c') it first");
        }
    }
}

package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Attention without a softmax, of each row and head. With Q, K, V the [d, L] blocks of a head, d channels and L tokens,
 *
 * <pre>
 * M = V K^T
 * Y = scale M Q                          the transpose of scale Q^T K V^T, tokens first; costs d^2 L in place of L^2 d
 *
 * dM = scale dY Q^T      dQ = scale M^T dY      dV = dM K      dK = dM^T V
 * </pre>
 *
 * <p>Zeros of V and of dY are skipped in the products with them on the left. Sums are taken in double; threads are those of
 * {@link KernelThreads}, and results do not depend on them.
 */
public final class LinearAttention {
    private final INDArray blocks;
    private final int heads;
    private final double scale;
    private final int rows;
    private final int channels;
    private final int tokens;

    /**
     * Attention over some queries, keys and values.
     *
     * @param blocks [rows, 3 * channels, tokens...], queries before keys before values, dense in c order; not modified
     * @param heads that divide the channels
     * @param scale of the output
     */
    public LinearAttention(INDArray blocks, int heads, double scale) {
        if (blocks.rank() < 3 || blocks.size(1) % (3L * heads) != 0) {
            throw new IllegalArgumentException(
                    "queries, keys and values must be [rows, 3 * channels, tokens], channels a" + " multiple of the "
                            + heads + " heads, were " + Arrays.toString(blocks.shape()));
        }
        requireDense(blocks, "blocks");
        this.blocks = blocks;
        this.heads = heads;
        this.scale = scale;
        rows = Math.toIntExact(blocks.size(0));
        channels = Math.toIntExact(blocks.size(1) / 3);
        tokens = Math.toIntExact(blocks.length() / ((long) rows * 3 * channels));
    }

    /**
     * Forward pass.
     *
     * @param output receives Y, [rows, channels, tokens...], dense in c order
     */
    public void forward(INDArray output) {
        requireLike(output, channels, "output");
        Slabs from = slabs(blocks, 3 * channels);
        Slabs to = slabs(output, channels);
        try {
            KernelThreads.forEach(rows * heads, task -> {
                Head head = new Head(from, task);
                double[] y = new double[head.query.length];
                addProduct(y, head.mixing(), head.query, width(), false);
                scaleInPlace(y);
                window(to, task % heads * width()).store(task / heads, y);
            });
        } finally {
            Reference.reachabilityFence(blocks);
            Reference.reachabilityFence(output);
        }
    }

    /**
     * Backward pass.
     *
     * @param gradient dL/dY, [rows, channels, tokens...], dense in c order; not modified
     * @param blockGradient receives the gradients on queries, keys and values, in the shape of the blocks
     */
    public void backward(INDArray gradient, INDArray blockGradient) {
        requireLike(gradient, channels, "gradient");
        requireLike(blockGradient, 3 * channels, "blockGradient");
        Slabs from = slabs(blocks, 3 * channels);
        Slabs upstream = slabs(gradient, channels);
        Slabs to = slabs(blockGradient, 3 * channels);
        try {
            KernelThreads.forEach(rows * heads, task -> {
                int row = task / heads;
                int first = task % heads * width();
                Head head = new Head(from, task);
                double[] y = window(upstream, first).load(row).clone();
                scaleInPlace(y);
                double[] onMixing = outer(y, head.query);
                double[] one = new double[y.length];
                addProduct(one, head.mixing(), y, width(), true);
                window(to, first).store(row, one);
                Arrays.fill(one, 0);
                addProduct(one, onMixing, head.value, width(), true);
                window(to, channels + first).store(row, one);
                Arrays.fill(one, 0);
                addProduct(one, onMixing, head.key, width(), false);
                window(to, 2 * channels + first).store(row, one);
            });
        } finally {
            Reference.reachabilityFence(blocks);
            Reference.reachabilityFence(gradient);
            Reference.reachabilityFence(blockGradient);
        }
    }

    /** The blocks [d, L] of one row and head. */
    private final class Head {
        private final double[] query;
        private final double[] key;
        private final double[] value;

        Head(Slabs from, int task) {
            int first = task % heads * width();
            query = window(from, first).load(task / heads);
            key = window(from, channels + first).load(task / heads);
            value = window(from, 2 * channels + first).load(task / heads);
        }

        double[] mixing() {
            return outer(value, key);
        }
    }

    /** left right^T of two [d, L]; rows of the transposed right are added up, which runs along memory. */
    private double[] outer(double[] left, double[] right) {
        int width = width();
        double[] turned = new double[right.length];
        for (int i = 0; i < width; i++) {
            for (int l = 0; l < tokens; l++) {
                turned[l * width + i] = right[i * tokens + l];
            }
        }
        double[] product = new double[width * width];
        for (int i = 0; i < width; i++) {
            for (int l = 0; l < tokens; l++) {
                double factor = left[i * tokens + l];
                if (factor != 0) {
                    addScaled(product, i * width, factor, turned, l * width, width);
                }
            }
        }
        return product;
    }

    /** target += matrix block, or its transpose times the block, for a matrix [d, d] and a block [d, L]. */
    private void addProduct(double[] target, double[] matrix, double[] block, int width, boolean transposed) {
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                double factor = transposed ? matrix[j * width + i] : matrix[i * width + j];
                if (factor != 0) {
                    addScaled(target, i * tokens, factor, block, j * tokens, tokens);
                }
            }
        }
    }

    private static void addScaled(double[] target, int to, double factor, double[] source, int from, int count) {
        for (int k = 0; k < count; k++) {
            target[to + k] += factor * source[from + k];
        }
    }

    private void scaleInPlace(double[] values) {
        for (int k = 0; k < values.length; k++) {
            values[k] *= scale;
        }
    }

    private int width() {
        return channels / heads;
    }

    private RowWindow window(Slabs slabs, int channel) {
        return new RowWindow(slabs, (long) channel * tokens, width() * tokens);
    }

    private Slabs slabs(INDArray array, int wanted) {
        return Slabs.of(array, rows, (long) wanted * tokens);
    }

    private void requireLike(INDArray array, int wanted, String name) {
        requireDense(array, name);
        if (array.length() != (long) rows * wanted * tokens || array.dataType() != blocks.dataType()) {
            throw new IllegalArgumentException(name + " must be [" + rows + ", " + wanted + ", " + tokens + "] of "
                    + blocks.dataType() + ", was " + array.shapeInfoToString());
        }
    }

    private static void requireDense(INDArray array, String name) {
        if (array.ordering() != 'c' || !DenseMemory.isDense(array)) {
            throw new IllegalArgumentException(name + " must be dense in c order; dup('c') it first");
        }
    }
}

package org.spike4j.neuron.matrix;

import static org.spike4j.neuron.patch.AlignedFloats.START;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.SpikeKernels;
import org.spike4j.neuron.matrix.TileProduct.Tile;
import org.spike4j.neuron.patch.AlignedFloats;

/**
 * product [M, N] = left [M, K] right [K, N], for a right factor that fits the second cache. It is copied once for all
 * threads, then tiles of rows are multiplied. Results do not depend on the number of threads.
 *
 * <p>One object serves one product of a layer over all its passes and keeps its memory.
 */
public final class MatrixProduct {
    private static final int ROWS = 32; // of a tile
    private static final int COPIED = 64; // rows of the right factor that are copied at once
    private static final int DEPTH = 1024; // columns of the left factor that are copied at once

    private float[] shared = new float[0];

    /** Nothing multiplied yet. */
    public MatrixProduct() {}

    /**
     * Whether there are vectors, without which BLAS is better.
     *
     * @return whether this class can be used
     */
    public static boolean canServe() {
        return SpikeKernels.usesVectors();
    }

    /**
     * Multiplies.
     *
     * @param left [M, K] of floats, rows or columns side by side; not modified
     * @param right [K, N] of floats, rows or columns side by side; not modified
     * @param product receives [M, N], rows or columns side by side
     */
    public void multiply(INDArray left, INDArray right, INDArray product) {
        requireShapes(left.size(0), left.size(1), right, product);
        FloatMatrix a = FloatMatrix.of(left, "left");
        FloatMatrix b = FloatMatrix.of(right, "right");
        FloatMatrix c = FloatMatrix.of(product, "product");
        try {
            Tile copy = copy(b);
            KernelThreads.forEach((a.rows() + ROWS - 1) / ROWS, tile -> multiplyRows(a, copy, c, tile * ROWS));
        } finally {
            Reference.reachabilityFence(left);
            Reference.reachabilityFence(right);
            Reference.reachabilityFence(product);
        }
    }

    /** Fails unless [rows, depth] times a factor is a product. */
    static void requireShapes(long rows, long depth, INDArray right, INDArray product) {
        boolean fits = right.size(0) == depth && product.size(0) == rows && product.size(1) == right.size(1);
        if (!fits) {
            throw new IllegalArgumentException("[" + rows + ", " + depth + "] times " + Arrays.toString(right.shape())
                    + " is not " + Arrays.toString(product.shape()));
        }
    }

    private Tile copy(FloatMatrix right) {
        int step = TileProduct.step(right.columns());
        shared = AlignedFloats.atLeast(shared, Math.multiplyExact(right.rows(), step));
        float[] target = shared;
        KernelThreads.forEach((right.rows() + COPIED - 1) / COPIED, block -> {
            int first = block * COPIED;
            int count = Math.min(COPIED, right.rows() - first);
            right.read(first, count, 0, right.columns(), target, START + first * step, step);
        });
        return new Tile(target, START, step);
    }

    private static void multiplyRows(FloatMatrix left, Tile right, FloatMatrix product, int first) {
        int count = Math.min(ROWS, left.rows() - first);
        int padded = TileProduct.paddedRows(count);
        int step = TileProduct.step(Math.min(DEPTH, left.columns()));
        MatrixScratch scratch = MatrixScratch.ofThread();
        Tile factor = new Tile(scratch.left(padded * step), START, step);
        Tile sums = new Tile(scratch.product(padded * right.step()), START, right.step());
        Arrays.fill(sums.values(), START, START + padded * right.step(), 0);
        for (int k = 0; k < left.columns(); k += DEPTH) {
            int depth = Math.min(DEPTH, left.columns() - k);
            left.read(first, count, k, depth, factor.values(), START, step);
            Tile below = new Tile(right.values(), START + k * right.step(), right.step());
            TileProduct.add(factor, below, sums, count, depth, product.columns());
        }
        product.writeRows(first, count, sums.values(), START, right.step());
    }
}

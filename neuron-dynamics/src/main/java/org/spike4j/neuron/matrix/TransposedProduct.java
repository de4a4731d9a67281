package org.spike4j.neuron.matrix;

import static org.spike4j.neuron.patch.AlignedFloats.START;

import java.lang.ref.Reference;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.matrix.TileProduct.Tile;
import org.spike4j.neuron.patch.AlignedFloats;

/**
 * product [M, N] = left^T right, for left [R, M] and right [R, N] of many rows, and a product that fits the second cache, as
 * the gradient of a layer's weights is. The rows are cut into parts, whose products are added in their order; so results do
 * not depend on the number of threads.
 *
 * <p>One object serves one product of a layer over all its passes and keeps its memory.
 */
public final class TransposedProduct {
    private static final int MOST_PARTS = 8;
    private static final int ROWS = 32; // multiplied at once

    private float[] sums = new float[0];

    /** Nothing multiplied yet. */
    public TransposedProduct() {}

    /**
     * Multiplies.
     *
     * @param left [R, M] of floats, rows or columns side by side; not modified
     * @param right [R, N] of floats, rows or columns side by side; not modified
     * @param product receives [M, N], rows or columns side by side
     */
    public void multiply(INDArray left, INDArray right, INDArray product) {
        MatrixProduct.requireShapes(left.size(1), left.size(0), right, product);
        FloatMatrix a = FloatMatrix.of(left.transpose(), "left");
        FloatMatrix b = FloatMatrix.of(right, "right");
        FloatMatrix c = FloatMatrix.of(product, "product");
        int parts = Math.min(MOST_PARTS, (b.rows() + ROWS - 1) / ROWS);
        int step = TileProduct.step(c.columns());
        int size = Math.multiplyExact(TileProduct.paddedRows(c.rows()), step);
        sums = AlignedFloats.atLeast(sums, Math.multiplyExact(parts, size));
        try {
            KernelThreads.forEach(parts, part -> {
                int first = (int) ((long) part * b.rows() / parts);
                int end = (int) ((part + 1L) * b.rows() / parts);
                multiplyPart(a, b, new Tile(sums, START + part * size, step), first, end);
            });
            KernelThreads.forEach(c.rows(), row -> {
                int to = START + row * step;
                for (int part = 1; part < parts; part++) {
                    add(sums, to + part * size, to, c.columns());
                }
                c.writeRows(row, 1, sums, to, step);
            });
        } finally {
            Reference.reachabilityFence(left);
            Reference.reachabilityFence(right);
            Reference.reachabilityFence(product);
        }
    }

    private static void multiplyPart(FloatMatrix left, FloatMatrix right, Tile sums, int first, int end) {
        int padded = TileProduct.paddedRows(left.rows());
        MatrixScratch scratch = MatrixScratch.ofThread();
        int leftStep = TileProduct.step(ROWS);
        Tile factor = new Tile(scratch.left(padded * leftStep), START, leftStep);
        Tile rows = new Tile(scratch.right(ROWS * sums.step()), START, sums.step());
        Arrays.fill(sums.values(), sums.at(), sums.at() + padded * sums.step(), 0);
        for (int row = first; row < end; row += ROWS) {
            int count = Math.min(ROWS, end - row);
            left.read(0, left.rows(), row, count, factor.values(), START, leftStep);
            right.read(row, count, 0, right.columns(), rows.values(), START, rows.step());
            TileProduct.add(factor, rows, sums, left.rows(), count, right.columns());
        }
    }

    private static void add(float[] values, int from, int to, int count) {
        for (int k = 0; k < count; k++) {
            values[to + k] += values[from + k];
        }
    }
}

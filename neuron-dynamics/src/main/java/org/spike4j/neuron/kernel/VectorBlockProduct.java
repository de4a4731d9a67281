package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The innermost part of matrix products: some rows of factors times a panel, which is two vectors wide,
 *
 * <pre>
 * sums[i][j] += sum over k of x[i][k] panel[k][j],  in the order of k, each term fused
 * </pre>
 *
 * <p>Sums stay in registers, so these methods repeat themselves. Eight rows at a time keep both units busy that multiply and
 * add; four are for what is left. Unchecked.
 */
final class VectorBlockProduct {
    static final int WIDTH = 2 * LANES;
    static final int ROWS = 8;
    static final int FEW_ROWS = 4;

    private VectorBlockProduct() {}

    /**
     * Eight rows.
     *
     * @param panel rows of the panel, {@link #WIDTH} elements each
     * @param from its first element
     * @param terms rows of the panel
     * @param x factors; term k of row i is element xAt + i * xRow + k * xTerm
     * @param sums sum j of row i is element at + i * stride + j
     */
    static void addEight(
            float[] panel,
            int from,
            int terms,
            float[] x,
            int xAt,
            int xRow,
            int xTerm,
            float[] sums,
            int at,
            int stride) {
        FloatVector a0 = load(sums, at);
        FloatVector b0 = load(sums, at + LANES);
        FloatVector a1 = load(sums, at + stride);
        FloatVector b1 = load(sums, at + stride + LANES);
        FloatVector a2 = load(sums, at + 2 * stride);
        FloatVector b2 = load(sums, at + 2 * stride + LANES);
        FloatVector a3 = load(sums, at + 3 * stride);
        FloatVector b3 = load(sums, at + 3 * stride + LANES);
        FloatVector a4 = load(sums, at + 4 * stride);
        FloatVector b4 = load(sums, at + 4 * stride + LANES);
        FloatVector a5 = load(sums, at + 5 * stride);
        FloatVector b5 = load(sums, at + 5 * stride + LANES);
        FloatVector a6 = load(sums, at + 6 * stride);
        FloatVector b6 = load(sums, at + 6 * stride + LANES);
        FloatVector a7 = load(sums, at + 7 * stride);
        FloatVector b7 = load(sums, at + 7 * stride + LANES);
        for (int k = 0; k < terms; k++) {
            FloatVector left = load(panel, from + k * WIDTH);
            FloatVector right = load(panel, from + k * WIDTH + LANES);
            int q = xAt + k * xTerm;
            FloatVector factor = FloatVector.broadcast(SPECIES, x[q]);
            a0 = factor.fma(left, a0);
            b0 = factor.fma(right, b0);
            factor = FloatVector.broadcast(SPECIES, x[q + xRow]);
            a1 = factor.fma(left, a1);
            b1 = factor.fma(right, b1);
            factor = FloatVector.broadcast(SPECIES, x[q + 2 * xRow]);
            a2 = factor.fma(left, a2);
            b2 = factor.fma(right, b2);
            factor = FloatVector.broadcast(SPECIES, x[q + 3 * xRow]);
            a3 = factor.fma(left, a3);
            b3 = factor.fma(right, b3);
            factor = FloatVector.broadcast(SPECIES, x[q + 4 * xRow]);
            a4 = factor.fma(left, a4);
            b4 = factor.fma(right, b4);
            factor = FloatVector.broadcast(SPECIES, x[q + 5 * xRow]);
            a5 = factor.fma(left, a5);
            b5 = factor.fma(right, b5);
            factor = FloatVector.broadcast(SPECIES, x[q + 6 * xRow]);
            a6 = factor.fma(left, a6);
            b6 = factor.fma(right, b6);
            factor = FloatVector.broadcast(SPECIES, x[q + 7 * xRow]);
            a7 = factor.fma(left, a7);
            b7 = factor.fma(right, b7);
        }
        a0.intoArray(sums, at);
        b0.intoArray(sums, at + LANES);
        a1.intoArray(sums, at + stride);
        b1.intoArray(sums, at + stride + LANES);
        a2.intoArray(sums, at + 2 * stride);
        b2.intoArray(sums, at + 2 * stride + LANES);
        a3.intoArray(sums, at + 3 * stride);
        b3.intoArray(sums, at + 3 * stride + LANES);
        a4.intoArray(sums, at + 4 * stride);
        b4.intoArray(sums, at + 4 * stride + LANES);
        a5.intoArray(sums, at + 5 * stride);
        b5.intoArray(sums, at + 5 * stride + LANES);
        a6.intoArray(sums, at + 6 * stride);
        b6.intoArray(sums, at + 6 * stride + LANES);
        a7.intoArray(sums, at + 7 * stride);
        b7.intoArray(sums, at + 7 * stride + LANES);
    }

    /** Four rows, see {@link #addEight}. */
    static void addFour(
            float[] panel,
            int from,
            int terms,
            float[] x,
            int xAt,
            int xRow,
            int xTerm,
            float[] sums,
            int at,
            int stride) {
        FloatVector a0 = load(sums, at);
        FloatVector b0 = load(sums, at + LANES);
        FloatVector a1 = load(sums, at + stride);
        FloatVector b1 = load(sums, at + stride + LANES);
        FloatVector a2 = load(sums, at + 2 * stride);
        FloatVector b2 = load(sums, at + 2 * stride + LANES);
        FloatVector a3 = load(sums, at + 3 * stride);
        FloatVector b3 = load(sums, at + 3 * stride + LANES);
        for (int k = 0; k < terms; k++) {
            FloatVector left = load(panel, from + k * WIDTH);
            FloatVector right = load(panel, from + k * WIDTH + LANES);
            int q = xAt + k * xTerm;
            FloatVector factor = FloatVector.broadcast(SPECIES, x[q]);
            a0 = factor.fma(left, a0);
            b0 = factor.fma(right, b0);
            factor = FloatVector.broadcast(SPECIES, x[q + xRow]);
            a1 = factor.fma(left, a1);
            b1 = factor.fma(right, b1);
            factor = FloatVector.broadcast(SPECIES, x[q + 2 * xRow]);
            a2 = factor.fma(left, a2);
            b2 = factor.fma(right, b2);
            factor = FloatVector.broadcast(SPECIES, x[q + 3 * xRow]);
            a3 = factor.fma(left, a3);
            b3 = factor.fma(right, b3);
        }
        a0.intoArray(sums, at);
        b0.intoArray(sums, at + LANES);
        a1.intoArray(sums, at + stride);
        b1.intoArray(sums, at + stride + LANES);
        a2.intoArray(sums, at + 2 * stride);
        b2.intoArray(sums, at + 2 * stride + LANES);
        a3.intoArray(sums, at + 3 * stride);
        b3.intoArray(sums, at + 3 * stride + LANES);
    }

    private static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }
}

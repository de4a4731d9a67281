package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * A square matrix in panels of columns, two vectors wide and padded with zeros, each panel's rows one after the other; and
 * products with a panel, whose sums stay in registers. Unchecked.
 *
 * @param values panel by panel, row by row
 * @param size rows and columns of the matrix
 */
record VectorPanels(float[] values, int size) {
    static final int WIDTH = 2 * LANES;
    /** Rows that are multiplied at once by a whole panel. */
    static final int BLOCK = 4;

    static VectorPanels pack(double[] rows, int size) {
        int panels = (size + WIDTH - 1) / WIDTH;
        float[] values = new float[panels * size * WIDTH];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < size; j++) {
                values[(j / WIDTH * size + k) * WIDTH + j % WIDTH] = (float) rows[k * size + j];
            }
        }
        return new VectorPanels(values, size);
    }

    /** Length of a row of sums. */
    int padded() {
        return (size + WIDTH - 1) / WIDTH * WIDTH;
    }

    /** Adds the products of {@link #BLOCK} rows of factors to as many rows of sums. */
    void addBlock(float[] factors, int factorsAt, float[] sums) {
        int stride = padded();
        for (int column = 0; column < stride; column += WIDTH) {
            addBlock(values, column * size, size, factors, factorsAt, sums, column, stride);
        }
    }

    /** Adds the products of some factors, from first to before end, with the rows that they belong to, to a row of sums. */
    void addEvents(int[] indices, float[] factors, int first, int end, float[] sums, int sumsAt) {
        int stride = padded();
        for (int column = 0; column < stride; column += WIDTH) {
            addEvents(values, column * size, indices, factors, first, end, sums, sumsAt + column);
        }
    }

    private static void addBlock(
            float[] panel, int from, int size, float[] x, int xAt, float[] sums, int at, int stride) {
        FloatVector s00 = FloatVector.fromArray(SPECIES, sums, at);
        FloatVector s01 = FloatVector.fromArray(SPECIES, sums, at + LANES);
        FloatVector s10 = FloatVector.fromArray(SPECIES, sums, at + stride);
        FloatVector s11 = FloatVector.fromArray(SPECIES, sums, at + stride + LANES);
        FloatVector s20 = FloatVector.fromArray(SPECIES, sums, at + 2 * stride);
        FloatVector s21 = FloatVector.fromArray(SPECIES, sums, at + 2 * stride + LANES);
        FloatVector s30 = FloatVector.fromArray(SPECIES, sums, at + 3 * stride);
        FloatVector s31 = FloatVector.fromArray(SPECIES, sums, at + 3 * stride + LANES);
        for (int k = 0; k < size; k++) {
            FloatVector left = FloatVector.fromArray(SPECIES, panel, from + k * WIDTH);
            FloatVector right = FloatVector.fromArray(SPECIES, panel, from + k * WIDTH + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, x[xAt + k]);
            s00 = x0.fma(left, s00);
            s01 = x0.fma(right, s01);
            FloatVector x1 = FloatVector.broadcast(SPECIES, x[xAt + size + k]);
            s10 = x1.fma(left, s10);
            s11 = x1.fma(right, s11);
            FloatVector x2 = FloatVector.broadcast(SPECIES, x[xAt + 2 * size + k]);
            s20 = x2.fma(left, s20);
            s21 = x2.fma(right, s21);
            FloatVector x3 = FloatVector.broadcast(SPECIES, x[xAt + 3 * size + k]);
            s30 = x3.fma(left, s30);
            s31 = x3.fma(right, s31);
        }
        s00.intoArray(sums, at);
        s01.intoArray(sums, at + LANES);
        s10.intoArray(sums, at + stride);
        s11.intoArray(sums, at + stride + LANES);
        s20.intoArray(sums, at + 2 * stride);
        s21.intoArray(sums, at + 2 * stride + LANES);
        s30.intoArray(sums, at + 3 * stride);
        s31.intoArray(sums, at + 3 * stride + LANES);
    }

    private static void addEvents(
            float[] panel, int from, int[] indices, float[] x, int first, int end, float[] sums, int at) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, sums, at);
        FloatVector s1 = FloatVector.fromArray(SPECIES, sums, at + LANES);
        for (int e = first; e < end; e++) {
            int row = from + indices[e] * WIDTH;
            FloatVector factor = FloatVector.broadcast(SPECIES, x[e]);
            s0 = factor.fma(FloatVector.fromArray(SPECIES, panel, row), s0);
            s1 = factor.fma(FloatVector.fromArray(SPECIES, panel, row + LANES), s1);
        }
        s0.intoArray(sums, at);
        s1.intoArray(sums, at + LANES);
    }
}

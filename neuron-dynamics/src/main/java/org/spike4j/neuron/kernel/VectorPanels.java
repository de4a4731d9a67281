package org.spike4j.neuron.kernel;

import static org.spike4j.neuron.kernel.VectorBlockProduct.WIDTH;
import static org.spike4j.neuron.kernel.VectorStep.LANES;
import static org.spike4j.neuron.kernel.VectorStep.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * A square matrix in panels of columns, two vectors wide and padded with zeros, each panel's rows one after the other; and
 * products with it. Unchecked.
 *
 * @param values panel by panel, row by row
 * @param size rows and columns of the matrix
 */
record VectorPanels(float[] values, int size) {

    /**
     * Packs R or R^T.
     *
     * @param columns R by columns: those of R one after the other
     * @param transposed whether to pack R^T
     */
    static VectorPanels pack(Slabs columns, int size, boolean transposed) {
        float[] values = new float[padded(size) * size];
        KernelThreads.forEach((size + WIDTH - 1) / WIDTH, panel -> {
            int from = panel * WIDTH;
            int width = Math.min(WIDTH, size - from);
            int at = from * size;
            if (transposed) {
                for (int k = 0; k < size; k++) {
                    columns.load(k, from, width, values, at + k * WIDTH);
                }
                return;
            }
            float[] column = new float[size];
            for (int j = 0; j < width; j++) {
                columns.load(from + j, 0, size, column, 0);
                for (int k = 0; k < size; k++) {
                    values[at + k * WIDTH + j] = column[k];
                }
            }
        });
        return new VectorPanels(values, size);
    }

    /** Length of a row of sums. */
    int padded() {
        return padded(size);
    }

    private static int padded(int size) {
        return (size + WIDTH - 1) / WIDTH * WIDTH;
    }

    /** Adds the products of {@link VectorBlockProduct#ROWS} rows of factors to as many rows of sums. */
    void addEight(float[] factors, int factorsAt, float[] sums) {
        int stride = padded();
        for (int column = 0; column < stride; column += WIDTH) {
            VectorBlockProduct.addEight(values, column * size, size, factors, factorsAt, size, 1, sums, column, stride);
        }
    }

    /** Adds the products of {@link VectorBlockProduct#FEW_ROWS} rows of factors to as many rows of sums. */
    void addFour(float[] factors, int factorsAt, float[] sums) {
        int stride = padded();
        for (int column = 0; column < stride; column += WIDTH) {
            VectorBlockProduct.addFour(values, column * size, size, factors, factorsAt, size, 1, sums, column, stride);
        }
    }

    /**
     * Adds the product of one row of factors to a row of sums, of those factors alone that are not 0.
     *
     * @param indices holds, from first to before end, which these are
     */
    void addEvents(int[] indices, int first, int end, float[] factors, int factorsAt, float[] sums, int sumsAt) {
        int stride = padded();
        int column = 0;
        for (; column + 4 * WIDTH <= stride; column += 4 * WIDTH) {
            addToFour(
                    values,
                    column * size,
                    size * WIDTH,
                    indices,
                    first,
                    end,
                    factors,
                    factorsAt,
                    sums,
                    sumsAt + column);
        }
        for (; column < stride; column += WIDTH) {
            addToOne(values, column * size, indices, first, end, factors, factorsAt, sums, sumsAt + column);
        }
    }

    /** Four panels, so that additions need not wait for each other. */
    private static void addToFour(
            float[] panels,
            int from,
            int panelSize,
            int[] indices,
            int first,
            int end,
            float[] x,
            int xAt,
            float[] sums,
            int at) {
        FloatVector a0 = load(sums, at);
        FloatVector b0 = load(sums, at + LANES);
        FloatVector a1 = load(sums, at + WIDTH);
        FloatVector b1 = load(sums, at + WIDTH + LANES);
        FloatVector a2 = load(sums, at + 2 * WIDTH);
        FloatVector b2 = load(sums, at + 2 * WIDTH + LANES);
        FloatVector a3 = load(sums, at + 3 * WIDTH);
        FloatVector b3 = load(sums, at + 3 * WIDTH + LANES);
        for (int e = first; e < end; e++) {
            int k = indices[e];
            int row = from + k * WIDTH;
            FloatVector factor = FloatVector.broadcast(SPECIES, x[xAt + k]);
            a0 = factor.fma(load(panels, row), a0);
            b0 = factor.fma(load(panels, row + LANES), b0);
            row += panelSize;
            a1 = factor.fma(load(panels, row), a1);
            b1 = factor.fma(load(panels, row + LANES), b1);
            row += panelSize;
            a2 = factor.fma(load(panels, row), a2);
            b2 = factor.fma(load(panels, row + LANES), b2);
            row += panelSize;
            a3 = factor.fma(load(panels, row), a3);
            b3 = factor.fma(load(panels, row + LANES), b3);
        }
        a0.intoArray(sums, at);
        b0.intoArray(sums, at + LANES);
        a1.intoArray(sums, at + WIDTH);
        b1.intoArray(sums, at + WIDTH + LANES);
        a2.intoArray(sums, at + 2 * WIDTH);
        b2.intoArray(sums, at + 2 * WIDTH + LANES);
        a3.intoArray(sums, at + 3 * WIDTH);
        b3.intoArray(sums, at + 3 * WIDTH + LANES);
    }

    private static void addToOne(
            float[] panel, int from, int[] indices, int first, int end, float[] x, int xAt, float[] sums, int at) {
        FloatVector a = load(sums, at);
        FloatVector b = load(sums, at + LANES);
        for (int e = first; e < end; e++) {
            int k = indices[e];
            int row = from + k * WIDTH;
            FloatVector factor = FloatVector.broadcast(SPECIES, x[xAt + k]);
            a = factor.fma(load(panel, row), a);
            b = factor.fma(load(panel, row + LANES), b);
        }
        a.intoArray(sums, at);
        b.intoArray(sums, at + LANES);
    }

    private static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }
}

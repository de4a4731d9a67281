package org.spike4j.neuron.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The products of one pass with one square matrix, prepared once and used by all of its tiles. */
interface RowProducts {

    /** The product for a tile of whole samples, with scratch of its own. */
    RowProduct forTile(long start, int count);

    /**
     * Prepares products with the recurrent weights R.
     *
     * @param weights R, [size, size], dense in f order; or its diagonal, [size], if the rest is 0
     * @param transposed whether to multiply by R^T
     * @param vectors whether on vectors of floats, else in plain Java and double
     */
    static RowProducts of(INDArray weights, boolean transposed, boolean vectors) {
        int size = Math.toIntExact(weights.size(0));
        if (weights.rank() == 1) {
            double[] diagonal = new double[size];
            Slabs.of(weights, 1, size).load(0, 0, size, diagonal, 0);
            return (start, count) -> new DiagonalProduct(diagonal, start, count);
        }
        boolean skips = EventSwitch.isOn();
        Slabs columns = Slabs.of(weights, size, size);
        if (vectors) {
            VectorPanels panels = VectorPanels.pack(columns, size, transposed);
            return (start, count) -> new VectorRowProduct(panels, skips, start, count);
        }
        double[] matrix = rows(columns, size, transposed);
        return (start, count) -> new ScalarRowProduct(matrix, size, skips, start, count);
    }

    /** The rows of R or of R^T, one after the other. */
    private static double[] rows(Slabs columns, int size, boolean transposed) {
        double[] rows = new double[size * size];
        double[] column = new double[size];
        for (int j = 0; j < size; j++) {
            if (transposed) {
                columns.load(j, 0, size, rows, j * size);
                continue;
            }
            columns.load(j, 0, size, column, 0);
            for (int k = 0; k < size; k++) {
                rows[k * size + j] = column[k];
            }
        }
        return rows;
    }
}

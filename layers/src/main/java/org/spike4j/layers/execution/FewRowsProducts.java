package org.spike4j.layers.execution;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.matrix.MatrixProduct;

/**
 * The products of a pass of few rows, as static input and short sequences have: the threads share the rows, and take outputs
 * each. Packed products of so few spikes would spend their time on the order of the weights.
 */
final class FewRowsProducts implements DenseProducts {
    private static final long LEAST = 96; // rows; measured against BLAS
    private static final long MOST = 512;
    private static final long LARGEST = 1 << 19; // elements of the rows; more leave the second cache

    private final MatrixProduct currents = new MatrixProduct();
    private final MatrixProduct weightGradient = new MatrixProduct();
    private final MatrixProduct inputGradient = new MatrixProduct();

    /** Whether they are faster than BLAS for some rows. */
    static boolean canServe(INDArray rows) {
        long count = rows.size(0);
        return rows.dataType() == DataType.FLOAT
                && count >= LEAST
                && count <= MOST
                && rows.length() <= LARGEST
                && MatrixProduct.canServe();
    }

    @Override
    public void currents(INDArray rows, INDArray weights, INDArray result) {
        currents.multiply(weights.transpose(), rows.transpose(), result.transpose());
    }

    @Override
    public void weightGradient(INDArray rows, INDArray gradient, INDArray target) {
        weightGradient.multiply(gradient.transpose(), rows, target.transpose());
    }

    /** Not by BLAS, whose idle threads keep spinning after a product and take the cores from the passes that follow. */
    @Override
    public void inputGradient(INDArray gradient, INDArray weights, INDArray target) {
        inputGradient.multiply(weights, gradient.transpose(), target.transpose());
    }
}

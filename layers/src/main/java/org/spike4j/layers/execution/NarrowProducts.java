package org.spike4j.layers.execution;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.matrix.MatrixProduct;
import org.spike4j.neuron.matrix.TransposedProduct;

/**
 * The products of a layer of few outputs. They read the rows once, whatever is in them: looking for spikes first takes as long
 * as the product.
 */
final class NarrowProducts implements DenseProducts {
    private static final long MOST_OUTPUTS = 32; // measured
    private static final long MOST_INPUTS = 1 << 14; // what is kept for more of them leaves the caches

    private final MatrixProduct currents = new MatrixProduct();
    private final TransposedProduct weightGradient = new TransposedProduct();
    private final MatrixProduct inputGradient = new MatrixProduct();

    /** Whether they are the fastest for a layer. */
    static boolean canServe(DataType type, long inputs, long outputs) {
        return type == DataType.FLOAT && outputs <= MOST_OUTPUTS && inputs <= MOST_INPUTS && MatrixProduct.canServe();
    }

    @Override
    public void currents(INDArray rows, INDArray weights, INDArray result) {
        currents.multiply(rows, weights, result);
    }

    @Override
    public void weightGradient(INDArray rows, INDArray gradient, INDArray target) {
        weightGradient.multiply(gradient, rows, target.transpose());
    }

    @Override
    public void inputGradient(INDArray gradient, INDArray weights, INDArray target) {
        inputGradient.multiply(gradient, weights.transpose(), target);
    }
}

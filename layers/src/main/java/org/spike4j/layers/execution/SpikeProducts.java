package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.patch.DenseProduct;

/** The products of rows of spikes, which are read once and kept as bits, see {@link DenseProduct}. */
final class SpikeProducts implements DenseProducts {
    private final DenseProduct product = new DenseProduct();

    /** Reads the rows of a pass; returns whether they are spikes, and these products can serve. */
    boolean read(INDArray rows, long outputs) {
        return product.read(rows, outputs);
    }

    @Override
    public void currents(INDArray rows, INDArray weights, INDArray result) {
        product.currents(weights, result);
    }

    @Override
    public void weightGradient(INDArray rows, INDArray gradient, INDArray target) {
        product.weightGradient(gradient, target);
    }
}

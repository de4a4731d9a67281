package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The products of BLAS, for what no other way is faster at. */
final class BlasProducts implements DenseProducts {

    @Override
    public void currents(INDArray rows, INDArray weights, INDArray result) {
        Nd4j.gemm(weights, rows, result.transpose(), true, true, 1, 0);
    }

    @Override
    public void weightGradient(INDArray rows, INDArray gradient, INDArray target) {
        Nd4j.gemm(rows, gradient, target, true, false, 1, 0);
    }
}

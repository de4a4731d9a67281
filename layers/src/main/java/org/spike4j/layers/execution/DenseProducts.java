package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One way to compute the products of a dense layer: rows [R, in] in c order, weights [in, out] in f order, floats or doubles. */
interface DenseProducts {

    /** result [R, out] = rows weights, in c order. */
    void currents(INDArray rows, INDArray weights, INDArray result);

    /** target [in, out] = rows^T gradient, in f order, for the gradient [R, out] on the currents of the last rows. */
    void weightGradient(INDArray rows, INDArray gradient, INDArray target);

    /** target [R, in] = gradient weights^T, in c order; of BLAS, which writes f order, so it computes the transpose. */
    default void inputGradient(INDArray gradient, INDArray weights, INDArray target) {
        Nd4j.gemm(weights, gradient, target.transpose(), false, true, 1, 0);
    }
}

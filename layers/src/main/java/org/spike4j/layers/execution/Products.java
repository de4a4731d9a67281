package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Matrix products whose results are rows in c order; BLAS writes f order, so it computes their transposes. */
final class Products {
    private Products() {}

    /** result [R, out] = rows [R, in] weights [in, out]; all but the weights in c order. */
    static void rowsTimesWeights(INDArray rows, INDArray weights, INDArray result) {
        Nd4j.gemm(weights, rows, result.transpose(), true, true, 1, 0);
    }

    /** result [R, in] = rows [R, out] weights^T; all but the weights in c order. */
    static void rowsTimesTransposedWeights(INDArray rows, INDArray weights, INDArray result) {
        Nd4j.gemm(weights, rows, result.transpose(), false, true, 1, 0);
    }
}

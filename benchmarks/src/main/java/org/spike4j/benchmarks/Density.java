package org.spike4j.benchmarks;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Tensors of which a share is 1 and the rest 0. */
final class Density {
    private Density() {}

    /** Checks a share. */
    static void require(double density) {
        if (!(density >= 0 && density <= 1)) {
            throw new IllegalArgumentException("density must be 0 to 1, was " + density);
        }
    }

    /** Floats in c order, each 1 with the probability of the density; drawn from ND4J's generator. */
    static INDArray binary(double density, long... shape) {
        return Nd4j.rand(DataType.FLOAT, shape).lt(density).castTo(DataType.FLOAT);
    }
}

package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.SpikeKernels;

class DenseProductTest {

    @BeforeAll
    static void needsVectors() {
        assumeTrue(SpikeKernels.usesVectors(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    @ParameterizedTest(name = "[{0}, {1}] x [{1}, {2}], density {3}, amplitude {4}")
    @CsvSource({
        "1, 1, 16, 1, 1",
        "7, 20, 16, 0.5, 1",
        "64, 99, 64, 0.02, 1",
        "65, 130, 80, 0.3, 1",
        "200, 257, 144, 0.1, 2.5",
        "130, 33, 32, 0, 1",
        "70, 45, 10, 0.4, 1",
        "33, 20, 75, 0.2, 1"
    })
    void equalsTheMatrixProduct(int rows, int inputs, int outputs, double density, float amplitude) {
        Nd4j.getRandom().setSeed(1);
        INDArray input = Nd4j.rand(DataType.FLOAT, rows, inputs)
                .lt(density)
                .castTo(DataType.FLOAT)
                .mul(amplitude);
        INDArray weights = Nd4j.randn(DataType.FLOAT, inputs, outputs).dup('f');
        INDArray gradient = Nd4j.randn(DataType.FLOAT, rows, outputs).dup('c');
        INDArray expected = input.castTo(DataType.DOUBLE).mmul(weights.castTo(DataType.DOUBLE));
        INDArray expectedGradient = input.castTo(DataType.DOUBLE).transpose().mmul(gradient.castTo(DataType.DOUBLE));
        INDArray result = Nd4j.create(DataType.FLOAT, rows, outputs);
        INDArray weightGradient = weights.ulike();
        for (int threads : new int[] {1, 3}) {
            KernelThreads.use(threads);
            DenseProduct product = new DenseProduct();
            assertThat(product.read(input, outputs)).isTrue();
            product.currents(weights, result);
            product.weightGradient(gradient, weightGradient);
            assertClose(result, expected, 1e-6 * inputs * amplitude);
            assertClose(weightGradient, expectedGradient, 1e-6 * rows * amplitude);
        }
        KernelThreads.use(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void matricesOfAnotherOrderOrShapeAreRefused() {
        DenseProduct product = new DenseProduct();
        assertThatThrownBy(() -> product.read(Nd4j.zeros(DataType.FLOAT, 5, 7).dup('f'), 16))
                .hasMessageContaining("matrix must be dense in c order, had strides [1, 5]");
        assertThat(product.read(Nd4j.zeros(DataType.FLOAT, 5, 7), 16)).isTrue();
        INDArray weights = Nd4j.zeros(DataType.FLOAT, 7, 16).dup('f');
        assertThatThrownBy(() -> product.currents(weights, Nd4j.zeros(DataType.FLOAT, 6, 16)))
                .hasMessage("result must be FLOAT [5, 16], was FLOAT [6, 16]");
        assertThatThrownBy(() -> product.currents(weights.transpose(), Nd4j.zeros(DataType.FLOAT, 5, 16)))
                .hasMessage("weights must be FLOAT [7, 16], was FLOAT [16, 7]");
    }

    private static void assertClose(INDArray actual, INDArray expected, double tolerance) {
        double largest =
                actual.castTo(DataType.DOUBLE).sub(expected).normmaxNumber().doubleValue();
        assertThat(largest).isLessThanOrEqualTo(tolerance);
    }
}

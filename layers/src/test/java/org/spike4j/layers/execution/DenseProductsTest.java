package org.spike4j.layers.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.kernel.SpikeKernels;

class DenseProductsTest {
    private static final double FLOAT_EPS = 1.2e-7;

    @BeforeAll
    static void needsVectors() {
        assumeTrue(SpikeKernels.usesVectors(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    @ParameterizedTest(name = "[{0}, {1}] to {2}, density {3}: {4}")
    @CsvSource({
        "700, 130, 10, 0.2, NarrowProducts",
        "33, 65, 32, 1, NarrowProducts",
        "5, 16400, 3, 0.2, SpikeProducts",
        "65, 130, 33, 0.2, SpikeProducts",
        "96, 77, 100, 1, FewRowsProducts",
        "512, 1024, 34, 1, FewRowsProducts",
        "95, 77, 100, 1, BlasProducts",
        "513, 77, 40, 1, BlasProducts",
        "512, 1025, 34, 1, BlasProducts"
    })
    void theFastestIsChosenAndEqualsTheProductInDouble(
            int count, int inputs, int outputs, double density, String chosen) {
        Nd4j.getRandom().setSeed(1);
        INDArray rows = Nd4j.rand(DataType.FLOAT, count, inputs);
        rows = density == 1 ? rows : rows.lt(density).castTo(DataType.FLOAT);
        INDArray weights = Nd4j.randn(DataType.FLOAT, inputs, outputs).dup('f');
        INDArray gradient = Nd4j.randn(DataType.FLOAT, count, outputs);
        INDArray currents = Nd4j.create(DataType.FLOAT, count, outputs);
        INDArray weightGradient = weights.ulike();
        INDArray inputGradient = rows.ulike();

        DenseProducts products = new ProductChoice().of(rows, outputs);
        products.currents(rows, weights, currents);
        products.weightGradient(rows, gradient, weightGradient);
        products.inputGradient(gradient, weights, inputGradient);

        assertThat(products.getClass().getSimpleName()).isEqualTo(chosen);
        assertClose(currents, product(rows, weights), inputs);
        assertClose(weightGradient, product(rows.transpose(), gradient), count);
        assertClose(inputGradient, product(gradient, weights.transpose()), outputs);
    }

    @ParameterizedTest
    @CsvSource({"10", "100"})
    void doublesAreLeftToBlas(int outputs) {
        assertThat(new ProductChoice().of(Nd4j.rand(DataType.DOUBLE, 128, 50), outputs))
                .isInstanceOf(BlasProducts.class);
    }

    private static INDArray product(INDArray left, INDArray right) {
        return left.castTo(DataType.DOUBLE).mmul(right.castTo(DataType.DOUBLE));
    }

    private static void assertClose(INDArray actual, INDArray expected, int terms) {
        double largest =
                actual.castTo(DataType.DOUBLE).sub(expected).normmaxNumber().doubleValue();
        assertThat(largest).isLessThanOrEqualTo(FLOAT_EPS * 10 * terms);
    }
}

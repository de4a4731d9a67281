package org.spike4j.neuron.matrix;

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
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.neuron.kernel.KernelThreads;

class MatrixProductTest {
    private static final double FLOAT_EPS = 1.2e-7;

    /** A product of a pass: left [rows, depth] right [depth, columns]. */
    private interface Product {
        void run(INDArray left, INDArray right, INDArray product);
    }

    @BeforeAll
    static void needsVectors() {
        assumeTrue(MatrixProduct.canServe(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    @ParameterizedTest(name = "[{0}, {1}] x [{1}, {2}], orders {3}")
    @CsvSource({
        "1, 1, 1, ccc",
        "7, 3, 10, ccc",
        "33, 257, 16, cfc",
        "65, 20, 17, cff",
        "40, 513, 33, ffc",
        "5, 100, 48, fcf",
        "130, 10, 207, ccf",
        "9, 300, 65, cfc"
    })
    void equalsTheProductInDouble(int rows, int depth, int columns, String orders) {
        check(rows, depth, columns, orders, new MatrixProduct()::multiply);
        TransposedProduct transposed = new TransposedProduct();
        check(
                rows,
                depth,
                columns,
                orders,
                (left, right, product) -> transposed.multiply(left.transpose(), right, product));
    }

    private static void check(int rows, int depth, int columns, String orders, Product product) {
        Nd4j.getRandom().setSeed(1);
        INDArray left = Nd4j.randn(DataType.FLOAT, rows, depth).dup(orders.charAt(0));
        INDArray right = Nd4j.randn(DataType.FLOAT, depth, columns).dup(orders.charAt(1));
        INDArray expected = left.castTo(DataType.DOUBLE).mmul(right.castTo(DataType.DOUBLE));
        INDArray first = null;
        for (int threads : new int[] {1, 3}) {
            KernelThreads.use(threads);
            INDArray result = Nd4j.valueArrayOf(new long[] {rows, columns}, Float.NaN, DataType.FLOAT)
                    .dup(orders.charAt(2));
            product.run(left, right, result);
            double largest =
                    result.castTo(DataType.DOUBLE).sub(expected).normmaxNumber().doubleValue();
            assertThat(largest).isLessThanOrEqualTo(FLOAT_EPS * 10 * depth);
            assertThat(first == null ? result : first).isEqualTo(result);
            first = result;
        }
        KernelThreads.use(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void aSmallerProductAfterALargerOneIsNotDisturbed() {
        MatrixProduct product = new MatrixProduct();
        check(70, 90, 50, "ccc", product::multiply);
        check(3, 5, 7, "ccc", product::multiply);
    }

    @Test
    void partsOfALargerMatrixAreReadWhereTheyLie() {
        INDArray whole = Nd4j.rand(DataType.FLOAT, 20, 30);
        INDArray part = whole.get(NDArrayIndex.interval(3, 8), NDArrayIndex.interval(4, 11));
        INDArray result = Nd4j.create(DataType.FLOAT, 5, 7);
        new MatrixProduct().multiply(part, Nd4j.eye(7).castTo(DataType.FLOAT), result);
        assertThat(result).isEqualTo(part);
    }

    @Test
    void shapesAndOrdersThatDoNotFitAreRefused() {
        MatrixProduct product = new MatrixProduct();
        INDArray left = Nd4j.zeros(DataType.FLOAT, 5, 7);
        assertThatThrownBy(() -> product.multiply(left, Nd4j.zeros(DataType.FLOAT, 6, 3), left))
                .hasMessage("[5, 7] times [6, 3] is not [5, 7]");
        INDArray apart =
                Nd4j.zeros(DataType.FLOAT, 7, 3, 2).get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(0));
        assertThatThrownBy(() -> product.multiply(left, apart, Nd4j.zeros(DataType.FLOAT, 5, 3)))
                .hasMessageContaining("right must have its rows or its columns side by side, had strides [6, 2]");
        assertThatThrownBy(() -> product.multiply(
                        left.castTo(DataType.DOUBLE),
                        Nd4j.zeros(DataType.FLOAT, 7, 3),
                        Nd4j.zeros(DataType.FLOAT, 5, 3)))
                .hasMessage("left must be a matrix of FLOAT, was DOUBLE [5, 7]");
    }
}

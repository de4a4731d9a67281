package org.spike4j.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

final class FiniteValuesTest {
    private static final float[] NOT_FINITE = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4095, 4096, 4097, 10_000})
    void aValueThatIsNotFiniteIsFoundAnywhere(int length) {
        INDArray values = Nd4j.rand(DataType.FLOAT, length).subi(0.5).muli(Float.MAX_VALUE);
        assertThat(FiniteValues.all(values)).isTrue();
        for (int at : new int[] {0, length / 2, length - 1}) {
            for (float bad : NOT_FINITE) {
                INDArray spoilt = values.dup();
                spoilt.putScalar(at, bad);
                assertThat(FiniteValues.all(spoilt)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLOAT", "DOUBLE"})
    void viewsAndDoublesAreCheckedToo(String type) {
        INDArray values = Nd4j.rand(DataType.valueOf(type), 4, 6);
        values.putScalar(3, 5, Double.NaN);
        assertThat(FiniteValues.all(values.transpose())).isFalse();
        assertThat(FiniteValues.all(values.get(NDArrayIndex.interval(0, 3), NDArrayIndex.all())))
                .isTrue();
        assertThat(FiniteValues.all(values.getRow(3))).isFalse();
        assertThat(FiniteValues.all(values.getColumn(4))).isTrue();
        assertThat(FiniteValues.all(values.getColumn(5))).isFalse();
    }
}

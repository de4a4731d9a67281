package org.spike4j.layers.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.Reduction;

/** Every reduction against its definition, and its way back against the slope of the way there. */
class ReducedSequenceTest {
    private static final double FLOAT_ROUNDING = 1e-6;
    private static final double STEP = 1e-6;
    private static final double SLOPE_ERROR = 1e-8;

    static Stream<Arguments> cases() {
        int[][] sizes = {{1, 1, 1}, {7, 3, 5}, {13, 2, 20}};
        return Arrays.stream(Reduction.values())
                .flatMap(reduction -> Arrays.stream(sizes)
                        .flatMap(size -> Stream.of(false, true).map(masked -> Arguments.of(reduction, size, masked))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valueIsTheDefinition(Reduction reduction, int[] size, boolean masked) {
        INDArray x = sequence(DataType.FLOAT, size);
        if (reduction.isOfFirstSpikes()) {
            x = x.gt(0.8).castTo(DataType.FLOAT);
        }
        INDArray mask = masked ? mask(size) : null;
        INDArray y = reduction.reduce(x, mask);
        assertThat(y.dataType()).isEqualTo(DataType.FLOAT);
        INDArray reversed = x.permute(2, 1, 0).dup('c').permute(2, 1, 0); // another order in memory
        assertThat(reduction.reduce(reversed, mask)).isEqualTo(y);
        for (int n = 0; n < size[1]; n++) {
            for (int k = 0; k < size[2]; k++) {
                double expected = defined(reduction, x, mask, n, k);
                assertThat(y.getDouble(n, k)).isCloseTo(expected, within(FLOAT_ROUNDING * size[0]));
            }
        }
    }

    private static double defined(Reduction reduction, INDArray x, INDArray mask, int n, int k) {
        List<Double> counted = new ArrayList<>();
        for (int t = 0; t < x.size(0); t++) {
            if (mask == null || mask.getDouble(t, n) != 0) {
                double sum = 0;
                for (int j = 0; j < x.size(2); j++) {
                    sum += Math.exp(x.getDouble(t, n, j));
                }
                double value = x.getDouble(t, n, k);
                counted.add(reduction == Reduction.SUM_OF_SOFTMAX ? Math.exp(value) / sum : value);
            }
        }
        double sum = counted.stream().mapToDouble(Double::doubleValue).sum();
        return switch (reduction) {
            case MEAN, EVERY_STEP -> counted.isEmpty() ? 0 : sum / counted.size();
            case SUM, SUM_OF_SOFTMAX -> sum;
            case LAST -> counted.isEmpty() ? 0 : counted.get(counted.size() - 1);
            case MAX -> counted.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            case FIRST_SPIKE -> counted.isEmpty() ? 0 : -firstSpike(counted);
            case INVERSE_FIRST_SPIKE -> counted.isEmpty() ? 0 : 1.0 / (firstSpike(counted) + 1);
        };
    }

    private static int firstSpike(List<Double> counted) {
        int first = counted.indexOf(1.0);
        return first < 0 ? counted.size() - 1 : first;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pulledBackGradientIsTheSlope(Reduction reduction, int[] size, boolean masked) {
        assumeFalse(reduction.isOfFirstSpikes(), "the time of a spike has no slope");
        INDArray x = sequence(DataType.DOUBLE, size);
        INDArray mask = masked ? mask(size) : null;
        INDArray g = Nd4j.rand(DataType.DOUBLE, size[1], size[2]);
        double[] pulled = reduction.pullBack(x, mask, g).reshape(x.length()).toDoubleVector();
        INDArray flat = x.reshape(x.length());
        for (int at = 0; at < pulled.length; at++) {
            double middle = flat.getDouble(at);
            flat.putScalar(at, middle + STEP);
            double above = reduction.reduce(x, mask).mul(g).sumNumber().doubleValue();
            flat.putScalar(at, middle - STEP);
            double below = reduction.reduce(x, mask).mul(g).sumNumber().doubleValue();
            flat.putScalar(at, middle);
            assertThat(pulled[at]).isCloseTo((above - below) / (2 * STEP), within(SLOPE_ERROR));
        }
    }

    @Test
    void theFirstMaximumTakesTheGradient() {
        INDArray x = Nd4j.createFromArray(new float[] {1, 2, 2}).reshape(3, 1, 1);
        INDArray g = Nd4j.createFromArray(new float[] {5}).reshape(1, 1);
        assertThat(Reduction.MAX.pullBack(x, null, g).reshape(3).toFloatVector())
                .containsExactly(0, 5, 0);
    }

    @Test
    void theFirstSpikeThatCountsTakesTheGradientAndElseTheLastStep() {
        INDArray x = Nd4j.createFromArray(1.0, 0, 0, 0, 1, 0, 1, 0).reshape(4, 1, 2);
        INDArray mask = Nd4j.createFromArray(0.0, 1, 1, 1).reshape(4, 1);
        INDArray g = Nd4j.createFromArray(8.0, 8).reshape(1, 2);
        assertThat(Reduction.FIRST_SPIKE.reduce(x, mask).toDoubleVector()).containsExactly(-1, -2);
        assertThat(Reduction.FIRST_SPIKE.pullBack(x, mask, g).reshape(8).toDoubleVector())
                .containsExactly(0, 0, 0, 0, 8, 0, 0, 8);
        assertThat(Reduction.INVERSE_FIRST_SPIKE.reduce(x, mask).toDoubleVector())
                .containsExactly(1.0 / 2, 1.0 / 3);
        assertThat(Reduction.INVERSE_FIRST_SPIKE.pullBack(x, mask, g).reshape(8).toDoubleVector())
                .containsExactly(0, 0, 0, 0, 8.0 / 4, 0, 0, 8.0 / 9);
    }

    @Test
    void aSequenceOfAnotherRankIsRefused() {
        INDArray matrix = Nd4j.zeros(2, 3);
        assertThatThrownBy(() -> Reduction.SUM.reduce(matrix, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[T, N, K]");
    }

    private static INDArray sequence(DataType type, int[] size) {
        Nd4j.getRandom().setSeed(1 + Arrays.hashCode(size));
        return Nd4j.randn(type, size[0], size[1], size[2]);
    }

    /** Some steps count, and of the last sample none. */
    private static INDArray mask(int[] size) {
        INDArray mask = Nd4j.rand(DataType.FLOAT, size[0], size[1]).gt(0.4).castTo(DataType.FLOAT);
        mask.getColumn(size[1] - 1).assign(0);
        return mask;
    }
}

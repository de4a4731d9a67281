package org.spike4j.layers.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.spike4j.layers.Reduction;

/** Loss and gradient at once against one after the other through ND4J. */
class ReadoutLossTest {
    private static final double FLOAT_ROUNDING = 2e-6;
    private static final double DOUBLE_ROUNDING = 1e-12;

    static Stream<Arguments> cases() {
        return Arrays.stream(Reduction.values())
                .flatMap(reduction -> Stream.of(DataType.FLOAT, DataType.DOUBLE)
                        .flatMap(type -> Stream.of(false, true).map(masked -> Arguments.of(reduction, type, masked))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void crossEntropyAtOnce(Reduction reduction, DataType type, boolean masked) {
        compare(new ReadoutLoss(new LossMCXENT(), new ActivationSoftmax(), reduction), type, masked);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anotherLossAtOnce(Reduction reduction, DataType type, boolean masked) {
        compare(new ReadoutLoss(new LossMSE(), new ActivationIdentity(), reduction), type, masked);
    }

    private static void compare(ReadoutLoss loss, DataType type, boolean masked) {
        Nd4j.getRandom().setSeed(11);
        int steps = 7;
        int samples = 3;
        int classes = 5;
        INDArray x = Nd4j.randn(type, steps, samples, classes);
        INDArray labels = Nd4j.rand(type, samples, classes);
        labels.diviColumnVector(labels.sum(1)); // else ND4J's gradient p - y is not that of its loss
        INDArray mask = masked ? Nd4j.ones(type, steps, samples) : null;
        if (masked) {
            mask.putScalar(steps - 1, samples - 1, 0);
        }
        INDArray gradient = Nd4j.create(type, steps * samples, classes);
        double value = loss.evaluateInto(x, mask, labels, gradient);

        double rounding = (type == DataType.FLOAT ? FLOAT_ROUNDING : DOUBLE_ROUNDING) * 10 * classes;
        double expected = loss.scores(x, mask, labels).sumNumber().doubleValue();
        assertThat(value).isCloseTo(expected, within(rounding * (1 + Math.abs(expected))));
        assertThat(gradient.reshape(x.length()).toDoubleVector())
                .containsExactly(
                        loss.gradient(x, mask, labels).reshape(x.length()).toDoubleVector(), within(rounding));
    }
}

package org.spike4j.layers.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.spike4j.layers.Reduction;

/** The one pass against the operations that it replaces. */
class StepCrossEntropyTest {
    private static final double FLOAT_ROUNDING = 2e-6;
    private static final double DOUBLE_ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 2, FLOAT, false, false",
        "7, 3, 5, FLOAT, false, false",
        "7, 3, 5, FLOAT, true, true",
        "25, 13, 10, FLOAT, true, false",
        "4, 5, 11, DOUBLE, false, true",
        "3, 2, 1, DOUBLE, true, true"
    })
    void equalsTheLossOfNd4j(int steps, int samples, int classes, DataType type, boolean weighted, boolean masked) {
        Nd4j.getRandom().setSeed(7L * steps + classes);
        INDArray x = Nd4j.randn(type, steps, samples, classes).muli(3);
        INDArray labels = Nd4j.rand(type, samples, classes);
        labels.diviColumnVector(labels.sum(1)); // else ND4J's gradient p - y is not that of its loss
        INDArray weights = weighted ? Nd4j.rand(type, 1, classes).addi(0.5) : null;
        INDArray mask = masked ? Nd4j.ones(type, steps, samples) : null;
        if (masked) {
            mask.putScalar(steps - 1, samples - 1, 0);
        }
        ReadoutLoss slow = new ReadoutLoss(new LossMCXENT(weights), new ActivationSoftmax(), Reduction.EVERY_STEP);

        INDArray gradient = Nd4j.create(type, steps, samples, classes);
        double loss = StepCrossEntropy.of(slow, type).evaluateInto(x, mask, labels, gradient);

        double rounding = type == DataType.FLOAT ? FLOAT_ROUNDING : DOUBLE_ROUNDING;
        double expected = slow.scores(x, mask, labels).sumNumber().doubleValue();
        assertThat(loss).isCloseTo(expected, within(rounding * (1 + 10 * Math.abs(expected))));
        double[] wanted = slow.gradient(x, mask, labels).reshape(x.length()).toDoubleVector();
        assertThat(gradient.reshape(x.length()).toDoubleVector())
                .containsExactly(wanted, within(rounding * 10 * classes));
    }

    @Test
    void gradientIsTheSlopeOfTheLoss() {
        Nd4j.getRandom().setSeed(3);
        INDArray x = Nd4j.randn(DataType.DOUBLE, 3, 2, 4);
        INDArray labels = Nd4j.rand(DataType.DOUBLE, 2, 4);
        StepCrossEntropy loss = new StepCrossEntropy(null, 1e-10);
        INDArray gradient = x.like();
        loss.evaluateInto(x, null, labels, gradient);

        double step = 1e-6;
        for (int k = 0; k < x.length(); k++) {
            INDArray up = x.dup();
            up.putScalar(k, x.getDouble(k) + step);
            INDArray down = x.dup();
            down.putScalar(k, x.getDouble(k) - step);
            double slope =
                    (loss.evaluateInto(up, null, labels, x.like()) - loss.evaluateInto(down, null, labels, x.like()))
                            / (2 * step);
            assertThat(gradient.getDouble(k)).as("element %s", k).isCloseTo(slope, within(1e-8));
        }
    }

    @Test
    void membranesFarApartGiveNoNaN() {
        INDArray x = Nd4j.createFromArray(1e4f, -1e4f, 0f).reshape(1, 1, 3);
        INDArray gradient = x.like();
        double loss = new StepCrossEntropy(null, 1e-10)
                .evaluateInto(x, null, Nd4j.createFromArray(new float[][] {{0, 1, 0}}), gradient);

        assertThat(loss).isCloseTo(-Math.log(1e-10), within(1e-9));
        assertThat(gradient.reshape(3).toDoubleVector()).containsExactly(1, -1, 0);
    }

    @Test
    void otherLossesAreNotCovered() {
        ActivationSoftmax softmax = new ActivationSoftmax();
        ReadoutLoss squares = new ReadoutLoss(new LossMSE(), softmax, Reduction.EVERY_STEP);
        ReadoutLoss identity = new ReadoutLoss(new LossMCXENT(), new ActivationIdentity(), Reduction.EVERY_STEP);

        assertThat(StepCrossEntropy.of(squares, DataType.FLOAT)).isNull();
        assertThat(StepCrossEntropy.of(identity, DataType.FLOAT)).isNull();
    }
}

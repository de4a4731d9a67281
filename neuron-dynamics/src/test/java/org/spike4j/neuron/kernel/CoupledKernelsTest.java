package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;

/** Feedback that the caller computes, here by one weight for all neurons, does what the recurrent kernels do. */
class CoupledKernelsTest {
    private static final double WEIGHT = 0.75;

    static Stream<NeuronModel> neurons() {
        return Stream.of(
                Lif.withTauInSteps(3).withThreshold(0.4),
                CurrentLif.withTaus(3e-3, 2e-3).withThreshold(0.5));
    }

    /** Passes of so many samples of two channels; sequences are [steps * samples, elements of a sample]. */
    private record Passes(NeuronModel model, int steps, int samples, int inner, DataType type) {

        SequenceShape shape() {
            return SequenceShape.of(steps, samples * 2L * inner, 2, inner);
        }

        Coefficients coefficients() {
            return ConstantValues.of(model, 2).coefficients();
        }

        /** The input becomes the whole current. */
        INDArray forward(INDArray current) {
            INDArray output = current.ulike();
            CoupledKernels.forward(
                    model.dynamics(),
                    coefficients(),
                    shape(),
                    ForwardArrays.of(current, output),
                    (step, first, count) -> {
                        if (step > 0) {
                            rows(current, step, first, count)
                                    .addi(rows(output, step - 1, first, count).mul(WEIGHT));
                        }
                    });
            return output;
        }

        /** The gradient on the output becomes the one on the current. */
        CoefficientGradients backward(INDArray current, INDArray gradient) {
            return CoupledKernels.backward(
                    model.dynamics(),
                    coefficients(),
                    shape(),
                    BackwardArrays.of(current, gradient, gradient),
                    Set.of(Coefficient.GAIN),
                    (step, first, count) -> {
                        if (step < steps - 1) {
                            rows(gradient, step, first, count)
                                    .addi(rows(gradient, step + 1, first, count).mul(WEIGHT));
                        }
                    });
        }

        private INDArray rows(INDArray sequence, int step, long first, long count) {
            long from = (long) step * samples + first;
            return sequence.get(NDArrayIndex.interval(from, from + count), NDArrayIndex.all());
        }

        INDArray random(long seed) {
            int length = steps * samples * 2 * inner;
            return Nd4j.createFromArray(RandomArrays.uniform(new SplittableRandom(seed), length, -0.5, 1.5))
                    .castTo(type)
                    .reshape('c', (long) steps * samples, 2L * inner);
        }
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void passesEqualThoseOfOneToOneWeights(NeuronModel model) {
        Passes passes = new Passes(model, 6, 5, 1, DataType.DOUBLE);
        INDArray input = passes.random(1);
        INDArray gradient = passes.random(2);
        RecurrentRunner runner = new RecurrentRunner(
                model.dynamics(),
                passes.coefficients(),
                passes.shape(),
                new double[] {WEIGHT, WEIGHT},
                DataType.DOUBLE,
                KernelChoice.AUTOMATIC);
        RecurrentRunner.Forward expected = runner.forward(values(input), null, null);
        RecurrentRunner.Backward expectedBack =
                runner.backward(values(input), null, null, values(gradient), Set.of(Coefficient.GAIN));
        INDArray current = input.dup();
        double[] output = values(passes.forward(current));
        assertThat(output).isEqualTo(expected.output());
        assertThat(Arrays.stream(output).filter(y -> y > 0).count()).isBetween(5L, 55L);
        assertThat(values(current)).isEqualTo(expected.current());
        CoefficientGradients gradients = passes.backward(current, gradient);
        Closeness.assertClose(values(gradient), expectedBack.current(), 1e-12, "gradient on the current");
        for (int channel = 0; channel < 2; channel++) {
            double actual = gradients.get(Coefficient.GAIN, channel);
            double wanted = expectedBack.coefficients().get(Coefficient.GAIN, channel);
            Closeness.assertClose(new double[] {actual}, new double[] {wanted}, 1e-12, "gradient on the gain");
        }
    }

    /** Samples so large that the three do not fit a tile. */
    @ParameterizedTest
    @MethodSource("neurons")
    void samplesDoNotDependOnTheirTile(NeuronModel model) {
        int steps = 16;
        int inner = 1 << 15;
        Passes all = new Passes(model, steps, 3, inner, DataType.FLOAT);
        Passes one = new Passes(model, steps, 1, inner, DataType.FLOAT);
        INDArray input = all.random(1);
        INDArray gradient = all.random(2);
        INDArray inputOfLast = last(input);
        INDArray gradientOfLast = last(gradient);
        INDArray output = all.forward(input);
        assertThat(last(output)).isEqualTo(one.forward(inputOfLast));
        all.backward(input, gradient);
        one.backward(inputOfLast, gradientOfLast);
        assertThat(last(gradient)).isEqualTo(gradientOfLast);
    }

    private static INDArray last(INDArray sequence) {
        return sequence.get(NDArrayIndex.interval(2, 3, sequence.size(0)), NDArrayIndex.all())
                .dup('c');
    }

    @Test
    void aStaticInputIsRefused() {
        Lif lif = Lif.withTauInSteps(2);
        INDArray input = Nd4j.create(DataType.DOUBLE, 4);
        assertThatThrownBy(() -> CoupledKernels.forward(
                        lif.dynamics(),
                        ConstantValues.of(lif, 2).coefficients(),
                        SequenceShape.of(2, 4, 2, 1).withStaticInput(),
                        ForwardArrays.of(input, Nd4j.create(DataType.DOUBLE, 8)),
                        (step, first, count) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("withMovingInput()");
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}

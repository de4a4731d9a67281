package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;

/** Neurons that feed back to themselves alone do what a diagonal matrix of weights does. */
class OneToOneKernelsTest {
    private static final int STEPS = 7;
    private static final int SAMPLES = 5;
    private static final int UNITS = 19;
    private static final int SLAB = SAMPLES * UNITS;

    static Stream<Arguments> neurons() {
        return Stream.of(
                Arguments.of(Lif.withTauInSteps(3).withThreshold(0.4), DataType.DOUBLE, 1e-12),
                Arguments.of(Lif.withTauInSteps(3).withThreshold(0.4), DataType.FLOAT, 1e-5),
                Arguments.of(CurrentLif.withTaus(3e-3, 2e-3).withThreshold(0.5), DataType.DOUBLE, 1e-12),
                Arguments.of(CurrentLif.withTaus(3e-3, 2e-3).withThreshold(0.5), DataType.FLOAT, 1e-5));
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void passesEqualThoseOfADiagonalMatrix(NeuronModel model, DataType type, double tolerance) {
        SplittableRandom random = new SplittableRandom(3);
        double[] weights = RandomArrays.rounded(RandomArrays.uniform(random, UNITS, -1, 1));
        double[] matrix = new double[UNITS * UNITS];
        for (int k = 0; k < UNITS; k++) {
            matrix[k * UNITS + k] = weights[k];
        }
        double[] input = RandomArrays.rounded(RandomArrays.uniform(random, STEPS * SLAB, -0.5, 2));
        double[] before = RandomArrays.rounded(RandomArrays.uniform(random, SLAB, 0, 1));
        double[] gradient = RandomArrays.rounded(RandomArrays.normal(random, STEPS * SLAB));
        RecurrentRunner diagonal = runner(model, weights, type);
        RecurrentRunner full = runner(model, matrix, type);

        double[] spikes = diagonal.forward(input, null, before).output();
        assertThat(spikes).isEqualTo(full.forward(input, null, before).output());
        assertThat(Arrays.stream(spikes).filter(y -> y > 0).count()).isBetween(100L, 600L);

        Set<Coefficient> wanted = Set.of(Coefficient.GAIN);
        RecurrentRunner.Backward actual = diagonal.backward(input, null, before, gradient, wanted);
        RecurrentRunner.Backward expected = full.backward(input, null, before, gradient, wanted);
        Closeness.assertClose(actual.current(), expected.current(), tolerance, "gradient on the current, %s", model);
        double[] onDiagonal = new double[UNITS];
        for (int k = 0; k < UNITS; k++) {
            onDiagonal[k] = expected.weights()[k * UNITS + k];
        }
        Closeness.assertClose(actual.weights(), onDiagonal, tolerance, "gradient on the weights, %s", model);
    }

    /** Perfect integrators of threshold 1, reset to 0, with feedback 0.5 and -0.25. */
    @Test
    void twoNeuronsFollowTheTraceByHand() {
        NeuronModel model = org.spike4j.neuron.IntegrateAndFire.standard();
        SequenceShape shape = SequenceShape.of(3, 2, 2, 1);
        RecurrentRunner runner = new RecurrentRunner(
                model.dynamics(),
                ConstantValues.of(model, 2).coefficients(),
                shape,
                new double[] {0.5, -0.25},
                DataType.DOUBLE,
                KernelChoice.AUTOMATIC);
        RecurrentRunner.Forward forward = runner.forward(new double[] {1, 1, 0.5, 0.5, 0, 0}, null, null);
        // t = 0: both fire; t = 1: h = (0.5 + 0.5, 0.5 - 0.25), the first fires; t = 2: h = (0.5, 0.25)
        assertThat(forward.output()).containsExactly(1, 1, 1, 0, 0, 0);
        assertThat(forward.current()).containsExactly(1, 1, 1, 0.25, 0.5, 0);
    }

    private static RecurrentRunner runner(NeuronModel model, double[] weights, DataType type) {
        return new RecurrentRunner(
                model.dynamics(),
                ConstantValues.of(model, UNITS).coefficients(),
                SequenceShape.of(STEPS, SLAB, UNITS, 1),
                weights,
                type,
                KernelChoice.AUTOMATIC);
    }
}

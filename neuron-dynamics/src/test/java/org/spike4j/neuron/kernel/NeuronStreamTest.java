package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.surrogate.ATan;

/** Neurons that keep their state give the bits of the whole sequence, and leave no garbage. */
class NeuronStreamTest {
    private static final int STEPS = 9;

    /** Channels and positions; powers of two, and rows that do not fill vectors. */
    private static final int[][] SIZES = {{1, 1}, {3, 5}, {8, 7}, {16, 9}, {13, 21}, {64, 3}, {11, 1}};

    static Stream<Arguments> runs() {
        return Configurations.resets()
                .flatMap(reset -> Stream.of(FireCondition.AT_THRESHOLD, FireCondition.ABOVE_THRESHOLD)
                        .flatMap(fire ->
                                Stream.of(KernelChoice.values()).map(choice -> Arguments.of(reset, fire, choice))));
    }

    static Stream<AffineDynamics> dynamics() {
        return Stream.concat(
                Stream.of(Reset.toValue(0), Reset.subtract().inNextStep(), Reset.none())
                        .flatMap(reset -> Configurations.outputs(reset, ATan.ofAlpha(2), FireCondition.AT_THRESHOLD)),
                Stream.of(AffineDynamics.integrating(false, 0), inhibited(Reset.subtract())));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void stepsGiveTheBitsOfTheSequence(Reset reset, FireCondition fire, KernelChoice choice) {
        Configurations.outputs(reset, ATan.ofAlpha(2), fire).forEach(dynamics -> {
            for (int[] size : SIZES) {
                compare(dynamics, size[0], size[1], choice);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(KernelChoice.class)
    void inhibitedChannelsCompeteAtTheirPosition(KernelChoice choice) {
        for (int[] size : SIZES) {
            compare(inhibited(Reset.toValue(0)), size[0], size[1], choice);
        }
    }

    @ParameterizedTest
    @MethodSource("dynamics")
    void stepsLeaveNoGarbage(AffineDynamics dynamics) {
        leaveNoGarbage(dynamics, Configurations.coefficients(dynamics, 19, 5));
        leaveNoGarbage(dynamics, shared(dynamics, 19));
    }

    @Test
    void theCommonestNeuronsRunOnVectors() {
        Assumptions.assumeTrue(
                Kernels.hasVectorKernel(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
        for (Reset reset :
                List.of(Reset.toValue(0), Reset.subtract(), Reset.subtract().inNextStep())) {
            AffineDynamics dynamics = Configurations.outputs(reset, ATan.ofAlpha(2), FireCondition.AT_THRESHOLD)
                    .findFirst()
                    .orElseThrow();
            assertThat(onVectors(dynamics, shared(dynamics, 3))).isTrue();
        }
        AffineDynamics integrator = AffineDynamics.integrating(false, 0);
        assertThat(onVectors(integrator, shared(integrator, 3))).isTrue();
    }

    private static void leaveNoGarbage(AffineDynamics dynamics, Coefficients coefficients) {
        NeuronStream neurons = NeuronStream.of(dynamics, coefficients, 5, KernelChoice.AUTOMATIC);
        float[] input = floats(RandomArrays.uniform(new SplittableRandom(1), neurons.neurons(), -0.5, 1.5));
        float[] output = new float[neurons.neurons()];
        float[] state = new float[neurons.stateLength()];
        long bytes = Garbage.afterWarmup(2000, 100, () -> {
            neurons.step(input, output);
            neurons.save(state, 0);
            neurons.restore(state, 0);
        });
        assertThat(bytes).isZero();
    }

    private static AffineDynamics inhibited(Reset reset) {
        return Configurations.outputs(reset, ATan.ofAlpha(2), FireCondition.AT_THRESHOLD)
                .findFirst()
                .orElseThrow()
                .withInhibition();
    }

    private static void compare(AffineDynamics dynamics, int channels, int positions, KernelChoice choice) {
        compare(dynamics, Configurations.coefficients(dynamics, channels, 3), positions, choice);
        compare(dynamics, shared(dynamics, channels), positions, choice);
    }

    /** Only gain and drive differ between channels, as behind a normalisation; no leak: what has rows on vectors. */
    private static Coefficients shared(AffineDynamics dynamics, int channels) {
        Coefficients all = Configurations.coefficients(dynamics, channels, 3);
        Coefficients shared = new Coefficients(channels);
        for (Coefficient coefficient : Coefficient.values()) {
            if (coefficient == Coefficient.GAIN || coefficient == Coefficient.DRIVE) {
                shared.set(
                        coefficient,
                        IntStream.range(0, channels)
                                .mapToDouble(c -> all.get(coefficient, c))
                                .toArray());
            } else if (coefficient != Coefficient.LEAK && coefficient != Coefficient.LEAK_DRIVE) {
                shared.set(coefficient, all.get(coefficient, 0));
            }
        }
        return shared;
    }

    private static boolean onVectors(AffineDynamics dynamics, Coefficients coefficients) {
        SequenceShape shape = SequenceShape.of(1, coefficients.channels(), coefficients.channels(), 1);
        return Kernels.hasVectorKernel()
                && VectorStepper.covers(new KernelPlan(dynamics, coefficients, shape, Set.of()));
    }

    private static void compare(
            AffineDynamics dynamics, Coefficients coefficients, int positions, KernelChoice choice) {
        int channels = coefficients.channels();
        int count = channels * positions;
        SequenceShape shape = SequenceShape.of(STEPS, count, channels, 1);
        double[] input =
                RandomArrays.rounded(RandomArrays.uniform(new SplittableRandom(count), STEPS * count, -0.5, 1.5));
        KernelChoice expected = onVectors(dynamics, coefficients) ? choice : KernelChoice.SCALAR;
        Runner runner = new Runner(dynamics, coefficients, shape, DataType.FLOAT, expected);
        Runner.Forward whole = runner.forward(input, null, false, false);

        NeuronStream neurons = NeuronStream.of(dynamics, coefficients, positions, choice);
        float[] state = new float[neurons.stateLength() + 2];
        float[] row = new float[count];
        for (int t = 0; t < STEPS; t++) {
            if (t == 4) { // another object goes on from the state
                neurons.save(state, 1);
                neurons = NeuronStream.of(dynamics, coefficients, positions, choice);
                neurons.restore(state, 1);
            }
            System.arraycopy(floats(input), t * count, row, 0, count);
            neurons.step(row, row);
            assertThat(doubles(row))
                    .as("step %s of %s", t, dynamics)
                    .isEqualTo(Arrays.copyOfRange(whole.output(), t * count, (t + 1) * count));
        }
        neurons.save(state, 1);
        assertThat(doubles(Arrays.copyOfRange(state, 1, state.length - 1))).isEqualTo(whole.finalState());
        neurons.reset();
        System.arraycopy(floats(input), 0, row, 0, count);
        neurons.step(row, row);
        assertThat(doubles(row)).as("after a reset").isEqualTo(Arrays.copyOf(whole.output(), count));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            floats[k] = (float) values[k];
        }
        return floats;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            doubles[k] = values[k];
        }
        return doubles;
    }
}

package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.surrogate.ATan;

/** Recurrent neurons against a trace by hand, forward-mode differentiation of the unrolled net, and their own pieces. */
class RecurrentKernelsTest {
    private static final double ROUNDING = 1e-10;
    private static final int STEPS = 4;
    private static final int SAMPLES = 2;
    private static final int UNITS = 3;

    /** Two perfect integrators of threshold 1, reset to 0; the first excites the second by 0.75 and itself by -0.5. */
    @Test
    void twoNeuronsFollowTheTraceByHand() {
        AffineDynamics dynamics = spiking(Reset.toValue(0), 0);
        double[] weights = {-0.5, 0.75, 0, 0};
        double[] input = {1, 0.25, 0.75, 0, 0.75, 0, 0, 0};
        RecurrentRunner runner = new RecurrentRunner(
                dynamics,
                new Coefficients(2),
                SequenceShape.of(4, 2, 2, 1),
                weights,
                DataType.DOUBLE,
                KernelChoice.AUTOMATIC);
        RecurrentRunner.Forward forward = runner.forward(input, null, null);
        // t = 0: h = (1, 0.25), the first fires; t = 1: h = (0.75 - 0.5, 0.25 + 0.75), the second fires
        // t = 2: h = (0.25 + 0.75, 0), the first fires; t = 3: h = (-0.5, 0.75)
        assertThat(forward.output()).containsExactly(1, 0, 0, 1, 1, 0, 0, 0);
        assertThat(forward.current()).containsExactly(1, 0.25, 0.25, 0.75, 0.75, 0, -0.5, 0.75);
        assertThat(forward.finalState()).containsExactly(-0.5, 0.75);
    }

    static Stream<AffineDynamics> everyDynamics() {
        return Stream.concat(
                Configurations.outputs(Reset.toValue(0), ATan.ofAlpha(2), FireCondition.AT_THRESHOLD),
                Configurations.resets()
                        .flatMap(reset -> Configurations.outputs(reset, ATan.ofAlpha(2), FireCondition.ABOVE_THRESHOLD)
                                .limit(1)));
    }

    @ParameterizedTest
    @MethodSource("everyDynamics")
    void gradientsEqualForwardModeDifferentiation(AffineDynamics dynamics) {
        SequenceShape shape = SequenceShape.of(STEPS, SAMPLES * UNITS, UNITS, 1);
        compareWithDuals(dynamics, shape);
    }

    @Test
    void gradientsOfAStaticInputEqualForwardModeDifferentiation() {
        SequenceShape shape = SequenceShape.of(STEPS, SAMPLES * UNITS, UNITS, 1).withStaticInput();
        compareWithDuals(spiking(Reset.subtract(), 0.1), shape);
    }

    private static void compareWithDuals(AffineDynamics dynamics, SequenceShape shape) {
        SplittableRandom random = new SplittableRandom(5);
        int slab = (int) shape.slab();
        Coefficients coefficients = Configurations.coefficients(dynamics, UNITS, 8);
        double[] input = RandomArrays.uniform(random, shape.inputSteps() * slab, -0.5, 2);
        double[] state = RandomArrays.uniform(random, dynamics.stateCount() * slab, -0.5, 1.5);
        double[] before = RandomArrays.uniform(random, slab, 0, 1);
        double[] weights = RandomArrays.normal(random, UNITS * UNITS);
        double[] gradient = RandomArrays.normal(random, STEPS * slab);
        RecurrentRunner runner =
                new RecurrentRunner(dynamics, coefficients, shape, weights, DataType.DOUBLE, KernelChoice.AUTOMATIC);
        Set<? extends StepCoefficient> wanted =
                Runner.reference(dynamics, coefficients, shape).allCoefficients();
        RecurrentRunner.Backward backward = runner.backward(input, state, before, gradient, wanted);

        DualInputs in = DualInputs.of(input, state, coefficients).withRecurrence(weights, before);
        DualLoss loss = variables -> {
            double[] slopes = new double[variables.length];
            for (int k = 0; k < slopes.length; k++) {
                Dual variable = variables[k];
                variables[k] = new Dual(variable.value(), 1);
                slopes[k] = new DualDynamics(dynamics, false)
                        .loss(shape, in, Upstream.onOutput(gradient))
                        .slope();
                variables[k] = variable;
            }
            return slopes;
        };
        double[] onInput = shape.staticInput() ? sumOverSteps(backward.current(), slab) : backward.current();
        Closeness.assertClose(onInput, loss.slopes(in.input()), ROUNDING, "input gradient, %s", dynamics);
        Closeness.assertClose(backward.weights(), loss.slopes(in.weights()), ROUNDING, "weight gradient, %s", dynamics);
        for (StepCoefficient coefficient : wanted) {
            double[] actual = IntStream.range(0, UNITS)
                    .mapToDouble(channel -> backward.coefficients().get(coefficient, channel))
                    .toArray();
            double[] expected = loss.slopes(in.coefficients()[coefficient.index()]);
            Closeness.assertClose(actual, expected, ROUNDING, "%s gradient, %s", coefficient, dynamics);
        }
    }

    /** The derivative of a loss with respect to each of some variables. */
    private interface DualLoss {
        double[] slopes(Dual[] variables);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void aSequenceInPiecesHasTheSameBits(DataType type) {
        AffineDynamics dynamics = spiking(Reset.toValue(0), 0);
        int units = 37;
        int slab = 5 * units;
        SplittableRandom random = new SplittableRandom(2);
        Coefficients coefficients = Configurations.coefficients(dynamics, units, 3);
        double[] weights = RandomArrays.rounded(RandomArrays.uniform(random, units * units, -0.2, 0.3));
        double[] input = RandomArrays.rounded(RandomArrays.uniform(random, 6 * slab, -0.2, 0.6));
        RecurrentRunner whole = new RecurrentRunner(
                dynamics, coefficients, SequenceShape.of(6, slab, units, 1), weights, type, KernelChoice.AUTOMATIC);
        double[] expected = whole.forward(input, null, null).output();
        assertThat(Arrays.stream(expected).filter(y -> y != 0).count()).isBetween(50L, 900L);
        double[] state = null;
        double[] before = null;
        for (int from = 0; from < 6; from += 2) {
            RecurrentRunner part = new RecurrentRunner(
                    dynamics, coefficients, SequenceShape.of(2, slab, units, 1), weights, type, KernelChoice.AUTOMATIC);
            RecurrentRunner.Forward piece =
                    part.forward(Arrays.copyOfRange(input, from * slab, (from + 2) * slab), state, before);
            assertThat(piece.output()).isEqualTo(Arrays.copyOfRange(expected, from * slab, (from + 2) * slab));
            state = piece.finalState();
            before = Arrays.copyOfRange(piece.output(), slab, 2 * slab);
        }
    }

    @Test
    void inhibitedNeuronsAreRefused() {
        RecurrentRunner runner = runner(spiking(Reset.toValue(0), 0).withInhibition(), 1);
        assertThatThrownBy(() -> runner.forward(new double[4], null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lateral inhibition");
    }

    @Test
    void sequencesWithPlacesAreRefused() {
        RecurrentRunner runner = runner(spiking(Reset.toValue(0), 0), 2);
        assertThatThrownBy(() -> runner.forward(new double[4], null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("inner was 2");
    }

    @Test
    void notANumberIsReported() {
        RecurrentRunner runner = runner(spiking(Reset.toValue(0), 0), 1);
        assertThatThrownBy(() -> runner.forward(new double[] {0, Double.NaN, 0, 0}, null, null))
                .hasMessageContaining("NaN");
    }

    private static RecurrentRunner runner(AffineDynamics dynamics, int inner) {
        return new RecurrentRunner(
                dynamics,
                new Coefficients(2),
                SequenceShape.of(1, 4, 2, inner),
                new double[4],
                DataType.DOUBLE,
                KernelChoice.AUTOMATIC);
    }

    private static AffineDynamics spiking(Reset reset, double initialMembrane) {
        return Configurations.outputs(reset, ATan.ofAlpha(2), FireCondition.AT_THRESHOLD)
                .map(d -> new AffineDynamics(
                        d.fire(),
                        d.reset(),
                        d.surrogate(),
                        d.tap(),
                        d.activation(),
                        d.synapse(),
                        initialMembrane,
                        d.inhibited()))
                .findFirst()
                .orElseThrow();
    }

    private static double[] sumOverSteps(double[] sequence, int slab) {
        double[] sum = new double[slab];
        for (int k = 0; k < sequence.length; k++) {
            sum[k % slab] += sequence[k];
        }
        return sum;
    }
}

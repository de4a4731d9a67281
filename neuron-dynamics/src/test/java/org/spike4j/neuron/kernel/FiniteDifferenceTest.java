package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.FastSigmoid;
import org.spike4j.neuron.surrogate.Sigmoid;

/**
 * Central differences.
 *
 * <p>Where the step is smooth, the kernels' gradients are compared with differences of their own forward pass. Where it
 * is not, two comparisons together cover the path through the surrogate: here, {@link DualDynamics} with a smooth spike is
 * compared with differences of itself, which shows that its derivatives follow from its formulas, those through the spike
 * included; and in {@link AdjointTest} the kernels are compared with the same code, where only the value of H is the hard
 * one.
 */
class FiniteDifferenceTest {
    private static final double STEP = 1e-6;
    /** Rounding of a loss of about 10, over 2e-6, and the curvature of the surrogates. */
    private static final double FINITE_DIFFERENCE = 2e-7;

    private static final SequenceShape SHAPE = SequenceShape.of(6, 12, 3, 2);

    static Stream<AffineDynamics> smoothDynamics() {
        AffineDynamics free = new AffineDynamics(
                FireCondition.AT_THRESHOLD,
                Reset.none(),
                ATan.ofAlpha(2),
                Tap.SPIKE,
                Activation.IDENTITY,
                true,
                0,
                false);
        return Stream.of(
                AffineDynamics.integrating(false, 0),
                AffineDynamics.integrating(true, 0),
                free.withOutput(Tap.MEMBRANE, Activation.TANH),
                free.withOutput(Tap.DISTANCE, Activation.TANH),
                free.withOutput(Tap.RESET, Activation.TANH),
                free.withOutput(Tap.CARRIED, Activation.TANH),
                free.withOutput(Tap.DISTANCE, Activation.IDENTITY));
    }

    @ParameterizedTest
    @MethodSource("smoothDynamics")
    void gradientsOfSmoothDynamicsAreFiniteDifferences(AffineDynamics dynamics) {
        SplittableRandom random = new SplittableRandom(3);
        Coefficients coefficients = Configurations.coefficients(dynamics, 3, 4);
        Runner runner = Runner.reference(dynamics, coefficients, SHAPE);
        double[] input = RandomArrays.normal(random, 6 * 12);
        double[] state = RandomArrays.normal(random, dynamics.stateCount() * 12);
        Upstream upstream = Upstream.onEverything(random, 6 * 12);
        Runner.Backward gradients = runner.backward(input, state, upstream, runner.allCoefficients());

        assertThat(gradients.input())
                .containsExactly(differences(input, x -> loss(runner, x, state, upstream)), within(FINITE_DIFFERENCE));
        assertThat(gradients.initialState())
                .containsExactly(differences(state, s -> loss(runner, input, s, upstream)), within(FINITE_DIFFERENCE));
        for (Coefficient which : Coefficient.values()) {
            double[] values = {coefficients.get(which, 0), coefficients.get(which, 1), coefficients.get(which, 2)};
            double[] expected = differences(values, v -> {
                coefficients.set(which, v);
                return loss(runner, input, state, upstream);
            });
            coefficients.set(which, values);
            for (int channel = 0; channel < 3; channel++) {
                assertThat(gradients.coefficients().get(which, channel))
                        .as("%s of channel %s", which, channel)
                        .isCloseTo(expected[channel], within(FINITE_DIFFERENCE));
            }
        }
    }

    static Stream<AffineDynamics> smoothedDynamics() {
        return Configurations.resets()
                .filter(reset -> !reset.detached()) // a detached spike is not the derivative of anything
                .flatMap(reset -> Stream.of(ATan.ofAlpha(2), FastSigmoid.ofSlope(5), Sigmoid.ofAlpha(4))
                        .flatMap(surrogate -> Configurations.outputs(reset, surrogate, FireCondition.AT_THRESHOLD)))
                .filter(dynamics -> dynamics.activation() != Activation.RELU);
    }

    @ParameterizedTest
    @MethodSource("smoothedDynamics")
    void derivativesOfTheSmoothedStepAreFiniteDifferences(AffineDynamics dynamics) {
        SplittableRandom random = new SplittableRandom(5);
        SequenceShape shape = SequenceShape.of(5, 1, 1, 1);
        Upstream upstream = Upstream.onEverything(random, 5);
        double[] input = RandomArrays.uniform(random, 5, -0.5, 2);
        double[] state = RandomArrays.uniform(random, dynamics.stateCount(), 0, 1);
        DualInputs in = DualInputs.of(input, state, Configurations.coefficients(dynamics, 1, 6));
        DualDynamics smoothed = new DualDynamics(dynamics, true);
        List<Dual[]> variables = new ArrayList<>(List.of(in.coefficients()));
        variables.add(in.input());
        variables.add(in.state());
        for (Dual[] some : variables) {
            for (int k = 0; k < some.length; k++) {
                Dual at = some[k];
                some[k] = new Dual(at.value(), 1);
                double slope = smoothed.loss(shape, in, upstream).slope();
                some[k] = Dual.constant(at.value() + STEP);
                double above = smoothed.loss(shape, in, upstream).value();
                some[k] = Dual.constant(at.value() - STEP);
                double below = smoothed.loss(shape, in, upstream).value();
                some[k] = at;
                assertThat(slope).isCloseTo((above - below) / (2 * STEP), within(FINITE_DIFFERENCE));
            }
        }
    }

    private static double loss(Runner runner, double[] input, double[] state, Upstream upstream) {
        Runner.Forward forward = runner.forward(input, state);
        double loss = 0;
        for (int k = 0; k < forward.output().length; k++) {
            loss += upstream.output()[k] * forward.output()[k]
                    + upstream.membrane()[k] * forward.membrane()[k]
                    + upstream.carried()[k] * forward.carried()[k];
        }
        return loss;
    }

    private static double[] differences(double[] at, ToDoubleFunction<double[]> function) {
        double[] differences = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            double[] above = at.clone();
            double[] below = at.clone();
            above[k] += STEP;
            below[k] -= STEP;
            differences[k] = (function.applyAsDouble(above) - function.applyAsDouble(below)) / (2 * STEP);
        }
        return differences;
    }
}

package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.neuron.equation.EquationException;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.equation.StepProgram;
import org.spike4j.neuron.kernel.KernelChoice;
import org.spike4j.neuron.kernel.ProgramDynamics;
import org.spike4j.neuron.kernel.RandomArrays;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

class EquationNeuronTest {
    private static final SequenceShape SHAPE = SequenceShape.of(30, 6, 1, 6);
    private static final double[] INPUT = RandomArrays.uniform(new SplittableRandom(3), 180, -0.5, 2);

    /** Models with kernels of their own, and the same models as text. */
    static Stream<Arguments> written() {
        Firing hard = Firing.standard().withReset(Reset.toValue(0));
        Firing soft = Firing.standard().withReset(Reset.subtract());
        return Stream.of(
                Arguments.of(IntegrateAndFire.standard().withFiring(hard), """
                        state v = 0
                        v = v + i
                        spike when v >= 1
                        on spike: v = 0
                        """),
                Arguments.of(IntegrateAndFire.standard().withFiring(soft), """
                        state v = 0
                        v = v + i
                        spike when v >= 1
                        on spike: v -= 1
                        """),
                Arguments.of(Lif.withTauInSteps(2).withFiring(soft), """
                        constant tau = 2 ms
                        state v = 0
                        d = 1 - dt / tau
                        v = d * v + (1 - d) * i
                        spike when v >= 1
                        on spike: v -= 1
                        """),
                Arguments.of(
                        Lif.withTauInSteps(2).withIntegration(Integration.EXACT).withFiring(hard), """
                        constant tau = 2 ms
                        state v = 0
                        d = exp(-dt / tau)
                        v = d * v + (1 - d) * i
                        spike when v >= 1
                        on spike: v = 0
                        """));
    }

    @ParameterizedTest
    @MethodSource("written")
    void textGivesTheBitsOfTheModelWithKernelsOfItsOwn(NeuronModel model, String text) {
        EquationNeuron neuron = EquationNeuron.of(text);
        Runner.Forward expected = Runner.reference(model, SHAPE).forward(INPUT, null);
        Runner.Forward actual = Runner.reference(neuron, SHAPE).forward(INPUT, null);
        assertThat(actual.output()).isEqualTo(expected.output());
        assertThat(actual.membrane()).isEqualTo(expected.membrane());
        assertThat(actual.carried()).isEqualTo(expected.carried());
    }

    static Stream<Arguments> wrong() {
        String head = "state v = -65 mV\nconstant tau = 20 ms\n";
        return Stream.of(
                Arguments.of(head + "dv/dt = (-65 mV - u) / tau", 3, 19, "the name 'u' is not known here; known are"),
                Arguments.of(head + "dv/dt = (-65 mV - v) / 20", 3, 9, "dv/dt has the unit mV ms^-1"),
                Arguments.of(head + "dv/dt = v + tau", 3, 11, "both sides of '+' need the same unit, were mV and ms"),
                Arguments.of(head + "dw/dt = v / tau", 3, 1, "'w' is no state; declare it by 'state w = ...'"),
                Arguments.of(head + "dv/dt = (v", 3, 11, "')' is wanted here, found the end of the statement"),
                Arguments.of(head + "dv/dt = exp(v) / tau", 3, 13, "the argument of 'exp' must have no unit, had mV"),
                Arguments.of(head + "dv/dt = foo(v) / tau", 3, 9, "there is no function 'foo'; there are exp"),
                Arguments.of(head + "dv/dt = -v / tau : heun", 3, 20, "there is no scheme 'heun'"),
                Arguments.of(head + "dv/dt = -v * v / (tau * 1 mV) : exact", 3, 9, "needs an equation that is linear"),
                Arguments.of(head + "on spike: v = -65 mV", 3, 4, "'spike when' must come before 'on spike'"),
                Arguments.of(head + "spike when v > -50 mV", 3, 14, "'>=' is wanted here, since the neuron fires"),
                Arguments.of(head + "state v = 1", 3, 7, "the name 'v' is taken"),
                Arguments.of(head + "constant tau = 1", 3, 10, "the name 'tau' is taken"),
                Arguments.of(
                        "constant a = 2 in (3, 4)\noutput a * i", 1, 19, "must lie between the bounds 3.0 and 4.0"),
                Arguments.of(head + "dv/dt = v / tau $", 3, 17, "'$' has no meaning here"),
                Arguments.of(head + "voltage 3", 3, 1, "'voltage' starts no statement; there are"),
                Arguments.of("", 1, 1, "a neuron needs a state, a spike or an output"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void errorsPointAtTheColumn(String text, int line, int column, String reason) {
        assertThatThrownBy(() -> EquationNeuron.of(text))
                .isInstanceOf(EquationException.class)
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(((EquationException) e).line()).isEqualTo(line))
                .satisfies(e -> assertThat(((EquationException) e).column()).isEqualTo(column));
    }

    @Test
    void refractoryNeuronsHoldTheirMembraneAndDoNotSpike() {
        EquationNeuron neuron = EquationNeuron.of("""
                state v = 0
                refractory 3 ms holding v
                dv/dt = i / (1 ms)
                spike when v >= 1
                on spike: v = 0
                """);
        double[] input = new double[10];
        java.util.Arrays.fill(input, 1);
        Runner.Forward forward =
                Runner.reference(neuron, SequenceShape.of(10, 1, 1, 1)).forward(input, null);
        assertThat(forward.output()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void theExactSchemeGivesTheClosedForm() {
        EquationNeuron neuron =
                EquationNeuron.of("""
                        constant tau = 7 ms
                        state v = 3
                        dv/dt = (i - v) / tau : exact
                        """).withCondition(FireCondition.NEVER).withDt(2e-3);
        double[] v = Runner.reference(neuron, SequenceShape.of(5, 1, 1, 1))
                .forward(new double[] {1, 1, 1, 1, 1}, null)
                .carried();
        for (int t = 0; t < 5; t++) {
            double exact = 1 + 2 * Math.exp(-2 * (t + 1) / 7.0);
            assertThat(v[t]).isCloseTo(exact, org.assertj.core.api.Assertions.within(1e-14));
        }
    }

    @Test
    void errorsOfEulerAndExponentialEulerShrinkWithTheStep() {
        // dg/dt = -g / tau is exact under exponential Euler; dv/dt = g - v / tau, driven by it, is of order 1 under
        // both
        String text = """
                constant tau = 5 ms
                state g = 1 kHz
                state v = 0
                dg/dt = -g / tau
                dv/dt = g - v / tau
                output v
                """;
        for (Scheme scheme : new Scheme[] {Scheme.EULER, Scheme.EXPONENTIAL_EULER}) {
            double order = Math.log(error(text, scheme, 64) / error(text, scheme, 128)) / Math.log(2);
            assertThat(order).as("%s", scheme).isBetween(0.95, 1.05);
        }
    }

    /** Error of v after 4 ms, whose exact value is t exp(-t / tau). */
    private static double error(String text, Scheme scheme, int subSteps) {
        EquationNeuron neuron = EquationNeuron.of(text)
                .withCondition(FireCondition.NEVER)
                .withScheme(scheme)
                .withSubSteps(subSteps);
        double[] v = Runner.reference(neuron, SequenceShape.of(4, 1, 1, 1))
                .forward(new double[4], null)
                .output();
        return Math.abs(v[3] - 4 * Math.exp(-4 / 5.0));
    }

    @Test
    void noiseDependsOnSeedStepAndNeuronAlone() {
        EquationNeuron neuron = EquationNeuron.of("""
                        state v = 0
                        dv/dt = 0.5 * xi / (1 ms)^0.5
                        """).withCondition(FireCondition.NEVER);
        ProgramDynamics dynamics = ((ProgramDynamics) neuron.dynamics()).withNoise(7);
        SequenceShape shape = SequenceShape.of(200, 500, 1, 500);
        double[] zeros = new double[200 * 500];
        Runner runner = Runner.reference(dynamics, ConstantValues.of(neuron, 1).coefficients(), shape);
        double[] v = runner.forward(zeros, null).finalState();
        assertThat(v).isEqualTo(runner.forward(zeros, null).finalState());
        double square = java.util.Arrays.stream(v).map(one -> one * one).sum() / v.length;
        assertThat(square).isBetween(45.0, 55.0); // 200 steps of variance 0.25; 4 standard deviations are 25 %
        assertThat(Runner.reference(neuron, shape).forward(zeros, null).finalState())
                .containsOnly(0);
    }

    @Test
    void programsOutOfUseAreUnloaded() {
        List<WeakReference<StepProgram>> first = new ArrayList<>();
        for (int k = 0; k < 300; k++) {
            EquationNeuron neuron =
                    EquationNeuron.of("state v = " + k + "\nv = v + i\nspike when v >= 1\non spike: v = 0");
            Runner.reference(neuron, SHAPE).inFloat(KernelChoice.AUTOMATIC).forward(INPUT, null);
            if (k < 20) {
                first.add(new WeakReference<>(((ProgramDynamics) neuron.dynamics()).program()));
            }
        }
        System.gc();
        assertThat(first).allMatch(reference -> reference.get() == null);
    }

    @Test
    void equalTextsShareOneProgram() {
        String text = "state v = 0\nv = 0.5 * v + i\nspike when v >= 1\non spike: v = 0";
        ProgramDynamics one = (ProgramDynamics) EquationNeuron.of(text).dynamics();
        ProgramDynamics other = (ProgramDynamics) EquationNeuron.of(text).dynamics();
        assertThat(one.program()).isSameAs(other.program());
    }
}

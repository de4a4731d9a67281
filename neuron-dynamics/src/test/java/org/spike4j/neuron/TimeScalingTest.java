package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.neuron.kernel.Coefficient;

class TimeScalingTest {
    private static final double EPS = 1e-12;

    /** Neurons whose discretisation is exact: two half steps with the input held are one step. */
    static Stream<NeuronModel> exact() {
        Lif lif = Lif.withTau(7e-3).withIntegration(Integration.EXACT).withRest(0.2);
        return Stream.of(
                lif,
                ParametricLif.withInitialTauInSteps(3).withRest(0.2),
                new LeakyIntegrator(7e-3, 1e-3, Integration.EXACT, true, 0.2, 0, List.of()),
                new Liaf(lif, Tap.MEMBRANE, Activation.TANH),
                new Inhibited(lif));
    }

    /** h = d v + g x + (drive), as all of them compute it below the threshold. */
    private static double step(NeuronModel neuron, double v, double x) {
        double[] c = coefficients(
                neuron, neuron.constants().stream().mapToDouble(Constant::value).toArray());
        return c[Coefficient.DECAY.ordinal()] * v + c[Coefficient.GAIN.ordinal()] * x + c[Coefficient.DRIVE.ordinal()];
    }

    private static double[] coefficients(NeuronModel neuron, double[] constants) {
        double[] coefficients = new double[Coefficient.values().length];
        neuron.coefficients(constants, coefficients);
        return coefficients;
    }

    @ParameterizedTest
    @MethodSource("exact")
    void halfTheStepGivesTheSameMembraneAtCommonTimesWithTheInputHeld(NeuronModel neuron) {
        NeuronModel half = TimeScaling.scale(neuron, 0.5);
        double whole = 0.2;
        double halves = 0.2;
        for (double x : new double[] {1, 0, 0.3, -2, 0.7}) {
            whole = step(neuron, whole, x);
            halves = step(half, step(half, halves, x), x);
            assertThat(halves).isCloseTo(whole, offset(EPS));
        }
    }

    static Stream<NeuronModel> all() {
        return Stream.concat(
                exact(),
                Stream.of(
                        Leaky.withBeta(0.8),
                        BidlLif.standard().withLeak(0.3, 0.1),
                        LeakyIntegrator.withTauInSteps(4),
                        Lif.withTauInSteps(8),
                        IntegrateAndFire.standard()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void thereAndBackIsTheSameNeuron(NeuronModel neuron) {
        NeuronModel back = TimeScaling.scale(TimeScaling.scale(neuron, 3), 1.0 / 3);
        for (int k = 0; k < neuron.constants().size(); k++) {
            assertThat(back.constants().get(k).value())
                    .isCloseTo(neuron.constants().get(k).value(), offset(EPS));
        }
    }

    /** The values of a model are scaled like values that were learned from them. */
    @ParameterizedTest
    @MethodSource("all")
    void learnedValuesAreScaledAsTheModelIs(NeuronModel neuron) {
        double[] values =
                neuron.constants().stream().mapToDouble(Constant::value).toArray();
        double[] before = values.clone();
        NeuronModel scaled = TimeScaling.scale(neuron, 2.5);
        assertThat(TimeScaling.of(neuron).atTimeScale(values, 2.5))
                .containsExactly(
                        scaled.constants().stream().mapToDouble(Constant::value).toArray());
        assertThat(values).isEqualTo(before);
    }

    @Test
    void decaysPerStepAreRaisedToThePower() {
        assertThat(Leaky.withBeta(0.81).withTimeScale(0.5).beta()).isCloseTo(0.9, offset(EPS));
        BidlLif two = BidlLif.standard().withLeak(0.3, 0.1).withTimeScale(2);
        assertThat(two.alpha()).isCloseTo(0.09, offset(EPS));
        assertThat(two.beta()).as("two leaks: 0.3 (0.3 r + 0.1) + 0.1").isCloseTo(0.13, offset(EPS));
        assertThat(BidlLif.standard().withLeak(1, 0.1).withTimeScale(3).beta()).isCloseTo(0.3, offset(EPS));
        assertThat(ParametricLif.withInitialTauInSteps(2).withTimeScale(2).w())
                .as("leak 3/4")
                .isCloseTo(Math.log(3), offset(EPS));
    }

    @Test
    void extremeLeaksStayFinite() {
        for (double w : new double[] {-800, -40, 40, 800}) {
            ParametricLif neuron = new ParametricLif(w, true, 0, Firing.standard(), List.of());
            assertThat(neuron.withTimeScale(1).w()).isCloseTo(w, offset(1e-9 * Math.abs(w)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aFactorThatIsNoneIsRefused(double factor) {
        assertThatThrownBy(() -> TimeScaling.scale(Lif.withTau(0.02), factor))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was " + factor);
    }

    @Test
    void eulerRefusesStepsLongerThanTheTimeConstant() {
        assertThatThrownBy(() -> TimeScaling.scale(Lif.withTauInSteps(2), 4)).hasMessageContaining("tau must be >= dt");
        assertThatThrownBy(() -> BidlLif.standard().withLeak(-0.1, 0).withTimeScale(2))
                .hasMessageContaining("no time constant");
    }
}

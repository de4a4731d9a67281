package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.neuron.kernel.Coefficient;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.RandomArrays;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.Upstream;

/** {@link ConstantValues} and {@link LearnedConstants}. */
class ConstantValuesTest {
    private static final double FINITE_DIFFERENCE = 1e-7;
    private static final int CHANNELS = 3;
    private static final int PLACES = 2;
    private static final SequenceShape SHAPE = SequenceShape.of(8, 12, CHANNELS, PLACES);

    /** Neurons whose output is smooth in their learned constants: no reset, analog output. */
    static Stream<NeuronModel> smoothModels() {
        Firing firing = Firing.standard().withReset(Reset.none());
        Learned[] lif = {Learned.perChannel("tau"), Learned.shared("rest"), Learned.shared("threshold")};
        return Stream.of(
                new LeakyIntegrator(3, 1, Integration.EULER, true, 0.3, 2, List.of())
                        .withLearned(Learned.shared("tauSynapse"), Learned.perChannel("tau"), Learned.shared("rest")),
                LeakyIntegrator.withTauInSteps(3).withLearned(Learned.perChannel("tau")),
                analog(Lif.withTauInSteps(3).withRest(0.2).withFiring(firing).withLearned(lif)),
                analog(Lif.withTauInSteps(3)
                        .withIntegration(Integration.EXACT)
                        .withDecayInput(false)
                        .withFiring(firing)
                        .withLearned(lif)),
                analog(ParametricLif.withInitialTauInSteps(3).withFiring(firing)),
                analog(Leaky.withBeta(0.7)
                        .withFiring(firing)
                        .withLearned(Learned.perChannel("threshold"), Learned.shared("beta"))),
                analog(Lif.withTauInSteps(3)
                        .withRest(0.2)
                        .withFiring(firing)
                        .withLearned(
                                Learned.perNeuron("tau"), Learned.shared("rest"), Learned.perChannel("threshold"))),
                EquationNeuron.of("""
                                constant tau = 4 ms in (1 ms, infinity) learned per neuron
                                constant g = 0.5 learned
                                constant b = 0.2 learned per channel
                                state v = 0
                                dv/dt = (b * v^2 - v + g * i) / tau
                                """).withCondition(FireCondition.NEVER),
                analog(BidlLif.standard()
                        .withLeak(0.4, 0.1)
                        .withFiring(firing)
                        .withLearned(Learned.shared("beta"), Learned.perChannel("alpha"))));
    }

    private static NeuronModel analog(NeuronModel neuron) {
        return new Liaf(neuron, Tap.DISTANCE, Activation.TANH);
    }

    @ParameterizedTest
    @MethodSource("smoothModels")
    void gradientOfRawParametersIsTheFiniteDifferenceOfTheLoss(NeuronModel model) {
        SplittableRandom random = new SplittableRandom(8);
        double[] input = RandomArrays.normal(random, 8 * 12);
        double[] upstream = RandomArrays.normal(random, 8 * 12);
        LearnedConstants learned = new LearnedConstants(model, CHANNELS, PLACES);
        double[] raw = learned.initial();
        for (int k = 0; k < raw.length; k++) {
            raw[k] += 0.1 * k; // other values in each channel
        }
        Runner.Backward backward = Runner.reference(
                        model.dynamics(), learned.values(raw).coefficients(), shape(learned))
                .backward(input, null, new Upstream(upstream, null, null), learned.wanted());
        double[] gradient = learned.gradient(raw, backward.coefficients());
        assertThat(gradient).hasSize(learned.count());
        double step = 1e-6;
        for (int k = 0; k < raw.length; k++) {
            double[] above = raw.clone();
            double[] below = raw.clone();
            above[k] += step;
            below[k] -= step;
            double difference =
                    (loss(model, learned, above, input, upstream) - loss(model, learned, below, input, upstream))
                            / (2 * step);
            assertThat(gradient[k]).as("raw parameter %s", k).isCloseTo(difference, within(FINITE_DIFFERENCE));
        }
    }

    private static double loss(
            NeuronModel model, LearnedConstants learned, double[] raw, double[] input, double[] upstream) {
        Coefficients coefficients = learned.values(raw).coefficients();
        double[] output = Runner.reference(model.dynamics(), coefficients, shape(learned))
                .forward(input, restOf(model))
                .output();
        double loss = 0;
        for (int k = 0; k < output.length; k++) {
            loss += output[k] * upstream[k];
        }
        return loss;
    }

    private static SequenceShape shape(LearnedConstants learned) {
        return learned.differInChannels() ? SHAPE.byNeuron() : SHAPE;
    }

    /** The initial state is a constant, wherever the learned rest moves. */
    private static double[] restOf(NeuronModel model) {
        double[] state = new double[model.dynamics().stateCount() * 12];
        Arrays.fill(state, 0, 12, model.dynamics().initialState(0));
        return state;
    }

    @Test
    void rawParametersOfAModelAreItsOwnValues() {
        Lif model = Lif.withTauInSteps(3).withLearned(Learned.perChannel("tau"), Learned.shared("threshold"));
        LearnedConstants learned = new LearnedConstants(model, CHANNELS, 1);
        assertThat(learned.count()).isEqualTo(CHANNELS + 1);
        ConstantValues values = learned.values(learned.initial());
        assertThat(values.get("tau")).hasSize(CHANNELS).containsExactly(new double[] {3, 3, 3}, within(1e-14));
        assertThat(values.get("threshold")).hasSize(1).containsExactly(new double[] {1}, within(1e-14));
        assertThat(values.get("rest")).containsExactly(0);
    }

    @Test
    void onlyTheCoefficientsBehindLearnedConstantsAreWanted() {
        Lif lif = Lif.withTauInSteps(3);
        assertThat(new LearnedConstants(lif, CHANNELS, 1).wanted()).isEmpty();
        assertThat(new LearnedConstants(lif.withLearned(Learned.shared("threshold")), CHANNELS, 1).wanted())
                .containsExactly(Coefficient.THRESHOLD);
        assertThat(new LearnedConstants(lif.withLearned(Learned.shared("tau")), CHANNELS, 1).wanted())
                .containsExactlyInAnyOrder(Coefficient.DECAY, Coefficient.GAIN);
        assertThat(new LearnedConstants(lif.withDecayInput(false).withLearned(Learned.shared("tau")), CHANNELS, 1)
                        .wanted())
                .isEqualTo(Set.of(Coefficient.DECAY));
    }

    @Test
    void oneValueAChannelGivesOneCoefficientAChannel() {
        Coefficients coefficients = ConstantValues.of(Leaky.withBeta(0.5), CHANNELS)
                .with("beta", 0.1, 0.2, 0.3)
                .coefficients();
        assertThat(coefficients.get(Coefficient.DECAY, 0)).isEqualTo(0.1);
        assertThat(coefficients.get(Coefficient.DECAY, 2)).isEqualTo(0.3);
        assertThat(coefficients.get(Coefficient.THRESHOLD, 2)).isEqualTo(1);
    }

    @Test
    void valuesMustFitTheModelAndTheChannels() {
        ConstantValues values = ConstantValues.of(Leaky.withBeta(0.5), CHANNELS);
        assertThatThrownBy(() -> values.with("beta", 0.1, 0.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("beta needs 1 or 3 values, were 2");
        assertThatThrownBy(() -> values.with("tau", 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("constant must be one of [beta, threshold, resetValue, amplitude]");
    }
}

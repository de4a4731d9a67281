package org.spike4j.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.AdEx;
import org.spike4j.neuron.AdaptiveCurrentLif;
import org.spike4j.neuron.AdaptiveExponentialCurrentLif;
import org.spike4j.neuron.AdaptiveLif;
import org.spike4j.neuron.AdaptiveQif;
import org.spike4j.neuron.AdaptiveThresholdLif;
import org.spike4j.neuron.AlphaLif;
import org.spike4j.neuron.BalancedResonateAndFire;
import org.spike4j.neuron.ConductanceLif;
import org.spike4j.neuron.CubaLif;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.Eif;
import org.spike4j.neuron.EquationNeuron;
import org.spike4j.neuron.ExponentialCurrentLif;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.GatedLif;
import org.spike4j.neuron.HodgkinHuxley;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.IntegerLif;
import org.spike4j.neuron.Izhikevich;
import org.spike4j.neuron.Klif;
import org.spike4j.neuron.Lapicque;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.LifPlus;
import org.spike4j.neuron.MembraneLif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Qif;
import org.spike4j.neuron.RectifiedLeaky;
import org.spike4j.neuron.RefractoryCubaLif;
import org.spike4j.neuron.RefractoryCurrentLif;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.ResonateAndFire;
import org.spike4j.neuron.SigmaDelta;
import org.spike4j.neuron.SlidingPsn;
import org.spike4j.neuron.Synaptic;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.lifplus.InputAccumulation;
import org.spike4j.neuron.lifplus.MembraneDecay;
import org.spike4j.neuron.lifplus.Refractoriness;
import org.spike4j.neuron.lifplus.Reversal;
import org.spike4j.neuron.lifplus.SpikeInitiation;
import org.spike4j.neuron.lifplus.TriggeredCurrent;
import org.spike4j.neuron.surrogate.Rectangle;
import org.spike4j.neuron.surrogate.Sigmoid;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.network.RecipeNetwork;

class NeuronKindTest {

    private static final String EQUATIONS =
            "constant tau = 2 ms\nstate v = 0\ndv/dt = (i - v) / tau\nspike when v >= 1\non spike: v = 0\n";

    private static Recipe recipe(String keys) {
        return RecipeReader.parse("test", """
                name: small
                data: {set: mnist, steps: 25}
                neuron: {%s}
                layers:
                  - dense: {units: 10}
                  - leaky-readout:
                training: {epochs: 3}
                """.formatted(keys));
    }

    private static NeuronModel neuron(String keys) {
        return ((LayerRecipe.Dense) recipe(keys).layers().get(0)).neuron();
    }

    /** The keys without which a kind is nothing. */
    private static String named(NeuronKind kind) {
        String name = "model: " + Spelling.of(kind);
        return kind == NeuronKind.EQUATION ? name + ", equations: \"" + EQUATIONS.replace("\n", "\\n") + "\"" : name;
    }

    @ParameterizedTest
    @EnumSource(NeuronKind.class)
    void everyNeuronHasDefaultsThatAreValid(NeuronKind kind) {
        assertThat(neuron(named(kind)).dynamics().fires()).isEqualTo(kind != NeuronKind.SIGMA_DELTA);
    }

    @ParameterizedTest
    @EnumSource(NeuronKind.class)
    void everyNeuronTrains(NeuronKind kind) {
        ModelDescription description = new ModelDescription(
                "test", "", "none", List.of("a", "b"), InputDescription.sequence(3, 4), new RunSettings(2, 5, 1));
        MultiLayerNetwork network = RecipeNetwork.build(recipe(named(kind)), description, 10);
        INDArray before = network.params().dup();
        INDArray input = Nd4j.linspace(-1, 3, 5 * 3 * 4, DataType.FLOAT).reshape(5, 3, 4);
        INDArray labels = Nd4j.create(new float[][] {{1, 0}, {0, 1}, {1, 0}, {0, 1}, {1, 0}});
        for (int k = 0; k < 3; k++) {
            network.fit(input, labels);
        }
        assertThat(network.params().data().asFloat()).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
        INDArray weights = network.getLayer(0).getParam("W");
        assertThat(weights.sub(before.get(NDArrayIndex.interval(0, weights.length()))
                                .reshape('f', weights.shape()))
                        .norm2Number()
                        .doubleValue())
                .isPositive();
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
    }

    static Stream<Arguments> cells() {
        Firing odd = new Firing(-45, FireCondition.ABOVE_THRESHOLD, Reset.toValue(-60), Rectangle.bidl(0.5));
        return Stream.of(
                Arguments.of(
                        "model: membrane-lif, threshold: -45, fires: above-threshold, resetValue: -60, "
                                + "surrogate: {family: rectangle}, refractoryTime: 3, subSteps: 2, scheme: euler",
                        new MembraneLif(200, 10, -65, 3, 1, 2, Scheme.EULER, odd, List.of())),
                Arguments.of("model: ad-ex", AdEx.bretteGerstner()),
                Arguments.of(
                        "model: ad-ex, cell: tonic, subSteps: 3", AdEx.tonic().withSubSteps(3)),
                Arguments.of(
                        "model: ad-ex, cell: irregular, scheme: exponential-euler",
                        AdEx.irregular().withScheme(Scheme.EXPONENTIAL_EULER)),
                Arguments.of("model: izhikevich, cell: chattering", Izhikevich.chattering()),
                // constants of the fast-spiking cell, from those of the regular one
                Arguments.of("model: izhikevich, a: 0.1, d: 2", Izhikevich.fastSpiking()),
                Arguments.of(
                        "model: hodgkin-huxley, subSteps: 8, threshold: -10",
                        HodgkinHuxley.squidAxon().withSubSteps(8).withThreshold(-10)),
                Arguments.of(
                        "model: conductance-lif, learn: [leak], sharing: per-channel",
                        ConductanceLif.cortical().withLearned(Learned.perChannel("leak"))));
    }

    static Stream<Arguments> lifPlus() {
        LifPlus plain = LifPlus.withKappa(0.1);
        return Stream.of(
                Arguments.of("rest: 0.2, threshold: 0.7", plain.withRest(0.2).withThreshold(0.7)),
                Arguments.of("leak: 0.02", plain.with(new MembraneDecay.Linear(0.02))),
                Arguments.of("reversal: 2", plain.with(new Reversal.Potential(2))),
                Arguments.of(
                        "accumulation: {kind: exponential, rate: 0.3}",
                        plain.with(new InputAccumulation.Exponential(0.3))),
                Arguments.of("accumulation: {kind: alpha, rate: 0.3}", plain.with(new InputAccumulation.Alpha(0.3))),
                Arguments.of(
                        "initiation: {kind: exponential, sharpness: 0.1, rheobase: 0.4}",
                        plain.with(new SpikeInitiation.Exponential(0.1, 0.4))),
                Arguments.of(
                        "initiation: {kind: quadratic, critical: 0.4}", plain.with(new SpikeInitiation.Quadratic(0.4))),
                Arguments.of(
                        "triggered: {kind: adaptation, rate: 0.05, drop: 0.02}",
                        plain.with(new TriggeredCurrent.Adaptation(0.05, 0.02))),
                Arguments.of(
                        "triggered: {kind: subthreshold, rate: 0.05, drop: 0.02, coupling: 0.3, level: 0.1}",
                        plain.with(new TriggeredCurrent.Subthreshold(0.05, 0.02, 0.3, 0.1))),
                Arguments.of("refractoriness: {kind: absolute, steps: 3}", plain.with(new Refractoriness.Absolute(3))),
                Arguments.of(
                        "refractoriness: {kind: relative, rate: 0.1, drop: 0.2, level: 0.3, adaptationRate: 0.4,"
                                + " adaptationDrop: 0.5, adaptationLevel: 0.6}",
                        plain.with(new Refractoriness.Relative(0.1, 0.2, 0.3, 0.4, 0.5, 0.6))));
    }

    @ParameterizedTest
    @MethodSource("lifPlus")
    void everyOptionOfLifPlusIsASection(String keys, NeuronModel expected) {
        assertThat(neuron("model: lif-plus, kappa: 0.1, " + keys)).isEqualTo(expected);
    }

    @Test
    void aNeuronOfOnesOwnIsItsText() {
        Recipe recipe = RecipeReader.parse("test", """
                name: own
                data: {set: mnist, steps: 25}
                neuron:
                  model: equation
                  dt: 0.002
                  fires: above-threshold
                  surrogate: {family: sigmoid}
                  equations: |
                    constant tau = 20 ms
                    state v = 0
                    dv/dt = (i - v) / tau
                    spike when v > 1
                    on spike: v = 0
                layers:
                  - dense: {units: 10}
                  - rate-readout:
                training: {epochs: 3}
                """);
        assertThat(((LayerRecipe.Dense) recipe.layers().get(0)).neuron())
                .isEqualTo(new EquationNeuron(
                        "constant tau = 20 ms\nstate v = 0\ndv/dt = (i - v) / tau\nspike when v > 1\non spike: v = 0\n",
                        2e-3,
                        1,
                        Scheme.EULER,
                        FireCondition.ABOVE_THRESHOLD,
                        Sigmoid.ofAlpha(4)));
    }

    @Test
    void inhibitionIsAroundAnyNeuronThatSpikes() {
        assertThat(neuron("model: leaky, inhibition: true, beta: 0.7")).isEqualTo(Inhibited.of(Leaky.withBeta(0.7)));
        assertThat(neuron("model: leaky, inhibition: false")).isEqualTo(Leaky.withBeta(0.9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model: ad-ex, cell: tonik | neuron.cell must be one of brette-gerstner, exponential, tonic, adapting, initial-burst, regular-bursting, delayed-accelerating, irregular, was \"tonik\"; did you mean tonic?",
                "model: ad-ex, sharpness: 0 | neuron is not a valid ad-ex: sharpness must be > 0",
                "model: membrane-lif, scheme: runge | neuron.scheme must be one of euler, exponential-euler, exact, was \"runge\"",
                "model: hodgkin-huxley, reset: subtract | neuron is not a valid hodgkin-huxley: this neuron is not reset",
                "model: lif-plus, refractoriness: {kind: absolute} | neuron.refractoriness.steps is missing",
                "model: lif-plus, triggered: {kind: adaptation, rate: 2, drop: 0} | neuron is not a valid lif-plus: rate must lie in (0, 1), was 2.0",
                "model: lif-plus, accumulation: {kind: alpha, rat: 0.1} | neuron.accumulation.rat is not a known key; allowed are kind, rate; did you mean rate?",
                "model: lif-plus, initiation: {critical: 1} | neuron.initiation.critical is not a known key; allowed are kind",
                "model: integer-lif, reset: to-value | neuron is not a valid integer-lif: a number of spikes can only be subtracted",
                "model: alpha-lif, alpha: 0.5 | neuron is not a valid alpha-lif: alpha must be above beta = 0.8, was 0.5",
                "model: equation | neuron.equations is missing",
                "model: equation, threshold: 1, equations: x | neuron.threshold is not a known key; allowed are dt, equations, fires, inhibition, model, scheme, subSteps, surrogate",
                "model: equation, equations: 'state v = q' | neuron.equations is no neuron: in its text, line 1",
                "model: sigma-delta, inhibition: true | neuron is not a valid sigma-delta:",
                "model: lif, threshold: -1 | neuron.threshold must be a number > 0, was -1",
            })
    void aMistakeIsNamed(String keys, String message) {
        assertThatThrownBy(() -> recipe(keys))
                .isInstanceOf(RecipeException.class)
                .hasMessageStartingWith("test, line 3: " + message);
    }

    static Stream<Arguments> neuronsOfEquations() {
        return Stream.of(
                Arguments.of("model: qif, tau: 4", Qif.withTauInSteps(4)),
                Arguments.of("model: eif, tau: 4", Eif.withTauInSteps(4)),
                Arguments.of(
                        "model: klif, tau: 4, decayInput: false",
                        Klif.withTauInSteps(4).withDecayInput(false)),
                Arguments.of(
                        "model: cuba-lif, membraneDecay: 0.9, currentDecay: 0.4, threshold: 0.5",
                        CubaLif.withDecays(0.9, 0.4).withThreshold(0.5)),
                Arguments.of(
                        "model: adaptive-lif, tau: 4, tauAdaptation: 30, coupling: 0.5, jump: 0.3",
                        AdaptiveLif.withTausInSteps(4, 30, 0.5, 0.3)),
                Arguments.of("model: gated-lif, steps: 3", GatedLif.ofSteps(3)),
                Arguments.of("model: sliding-psn, order: 3", SlidingPsn.ofOrder(3)),
                Arguments.of(
                        "model: current-lif, tau: 4, tauSynapse: 3",
                        new CurrentLif(4, 3, 1, 0, Firing.standard(), List.of())),
                Arguments.of(
                        "model: adaptive-threshold-lif, tau: 4, tauSynapse: 3, tauAdaptation: 30, jump: 0.3",
                        new AdaptiveThresholdLif(4, 3, 30, 1, 0, 0.3, Firing.standard(), List.of())),
                Arguments.of("model: synaptic, alpha: 0.4, beta: 0.7", Synaptic.withDecays(0.4, 0.7)),
                Arguments.of("model: alpha-lif, alpha: 0.7, beta: 0.4", AlphaLif.withDecays(0.7, 0.4)),
                Arguments.of(
                        "model: refractory-cuba-lif, tau: 4, tauSynapse: 3, refractorySteps: 2",
                        RefractoryCubaLif.withTausInSteps(4, 3, 2)),
                Arguments.of(
                        "model: refractory-current-lif, tau: 4, tauSynapse: 3, refractorySteps: 2",
                        new RefractoryCurrentLif(4, 3, 1, 0, 2, Firing.standard(), List.of())),
                Arguments.of(
                        "model: adaptive-current-lif, tau: 4, tauSynapse: 3, tauAdaptation: 30, jump: 0.3",
                        new AdaptiveCurrentLif(4, 3, 30, 1, 0, 0.3, Firing.standard(), List.of())),
                Arguments.of(
                        "model: exponential-current-lif, tau: 4, tauSynapse: 3, sharpness: 0.3",
                        new ExponentialCurrentLif(4, 3, 1, 0, 0.3, Firing.standard(), List.of())),
                Arguments.of(
                        "model: adaptive-exponential-current-lif, tau: 4, tauSynapse: 3, tauAdaptation: 30, "
                                + "sharpness: 0.3, coupling: 2, jump: 0.1",
                        new AdaptiveExponentialCurrentLif(4, 3, 30, 1, 0, 0.3, 2, 0.1, Firing.standard(), List.of())),
                Arguments.of(
                        "model: adaptive-qif, tau: 4, tauAdaptation: 40, coupling: 0.2, jump: 0.4",
                        AdaptiveQif.withTausInSteps(4, 40, 0.2, 0.4)),
                Arguments.of("model: lapicque, resistance: 4, capacitance: 2", Lapicque.ofCircuit(4, 2, 1)),
                Arguments.of("model: rectified-leaky, beta: 0.7", RectifiedLeaky.withBeta(0.7)),
                Arguments.of("model: integer-lif, tau: 4, largest: 3", IntegerLif.withTauInSteps(4, 3)),
                Arguments.of("model: resonate-and-fire, damping: -0.1, omega: 0.3", ResonateAndFire.of(-0.1, 0.3, 1)),
                Arguments.of(
                        "model: balanced-resonate-and-fire, offset: 0.1, omega: 0.3",
                        BalancedResonateAndFire.of(0.1, 0.3, 1)),
                Arguments.of(
                        "model: sigma-delta, quantum: 0.5, activation: tanh, learn: [quantum]",
                        new SigmaDelta(0.5, Activation.TANH, List.of(Learned.shared("quantum")))));
    }

    @ParameterizedTest
    @MethodSource({"neuronsOfEquations", "cells"})
    void aNeuronOfEquationsTakesItsKeys(String keys, NeuronModel expected) {
        assertThat(neuron(keys)).isEqualTo(expected);
    }
}

package org.spike4j.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.neuron.AdaptiveLif;
import org.spike4j.neuron.AdaptiveThresholdLif;
import org.spike4j.neuron.CubaLif;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.Eif;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.GatedLif;
import org.spike4j.neuron.Klif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Qif;
import org.spike4j.neuron.SlidingPsn;
import org.spike4j.neuron.Synaptic;

class NeuronKindTest {

    private static NeuronModel neuron(String keys) {
        Recipe recipe = RecipeReader.parse("test", """
                name: small
                data: {set: mnist, steps: 25}
                neuron: {%s}
                layers:
                  - dense: {units: 10}
                  - rate-readout:
                training: {epochs: 3}
                """.formatted(keys));
        return ((LayerRecipe.Dense) recipe.layers().get(0)).neuron();
    }

    @ParameterizedTest
    @EnumSource(NeuronKind.class)
    void everyNeuronHasDefaultsThatAreValid(NeuronKind kind) {
        assertThat(neuron("model: " + Spelling.of(kind)).dynamics().fires()).isTrue();
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
                Arguments.of("model: synaptic, alpha: 0.4, beta: 0.7", Synaptic.withDecays(0.4, 0.7)));
    }

    @ParameterizedTest
    @MethodSource("neuronsOfEquations")
    void aNeuronOfEquationsTakesItsKeys(String keys, NeuronModel expected) {
        assertThat(neuron(keys)).isEqualTo(expected);
    }
}

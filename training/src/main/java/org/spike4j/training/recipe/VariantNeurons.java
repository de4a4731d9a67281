package org.spike4j.training.recipe;

import org.spike4j.neuron.AdaptiveLif;
import org.spike4j.neuron.GatedLif;
import org.spike4j.neuron.Klif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.SlidingPsn;

/** Reads the variants of integrate-and-fire: gains, gates, windows, adaptation. */
final class VariantNeurons {
    private VariantNeurons() {}

    static NeuronModel klif(Section section) {
        Klif klif = Klif.withTauInSteps(StepNeurons.tau(section)).withDecayInput(StepNeurons.decayInput(section));
        return FiringKeys.apply(klif, section);
    }

    static NeuronModel adaptiveLif(Section section) {
        AdaptiveLif lif = AdaptiveLif.withTausInSteps(
                section.number("tau", 1e-6, 1e6, 5),
                section.number("tauAdaptation", 1e-6, 1e6, 20),
                section.real("coupling", 0),
                section.real("jump", 1));
        return FiringKeys.apply(lif, section);
    }

    static NeuronModel gatedLif(Section section) {
        return FiringKeys.apply(GatedLif.ofSteps(section.integer("steps", 1, 10_000, 1)), section);
    }

    static NeuronModel slidingPsn(Section section) {
        return FiringKeys.apply(SlidingPsn.ofOrder(section.integer("order", 1, 1000, 2)), section);
    }
}

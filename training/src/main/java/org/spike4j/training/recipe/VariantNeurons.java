package org.spike4j.training.recipe;

import java.util.List;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.AdaptiveLif;
import org.spike4j.neuron.BalancedResonateAndFire;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.GatedLif;
import org.spike4j.neuron.IntegerLif;
import org.spike4j.neuron.Klif;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.ResonateAndFire;
import org.spike4j.neuron.SigmaDelta;
import org.spike4j.neuron.SlidingPsn;

/** Reads the variants of integrate-and-fire: gains, gates, counts, windows, adaptation, oscillation. */
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

    static NeuronModel integerLif(Section section) {
        int largest = section.integer("largest", 1, 1000, 4);
        return FiringKeys.apply(IntegerLif.withTauInSteps(StepNeurons.tau(section), largest), section);
    }

    static NeuronModel sigmaDelta(Section section) {
        SigmaDelta neuron = new SigmaDelta(
                section.positive("quantum", 0.25), section.choice("activation", Activation.RELU), List.of());
        return section.has("learn")
                ? neuron.withLearned(FiringKeys.learned(section).toArray(new Learned[0]))
                : neuron;
    }

    static NeuronModel resonateAndFire(Section section) {
        return FiringKeys.apply(
                ResonateAndFire.of(section.real("damping", -0.05), section.real("omega", 0.4), 1), section);
    }

    static NeuronModel balancedResonateAndFire(Section section) {
        Firing firing = Firing.standard().withReset(Reset.none());
        return FiringKeys.apply(
                new BalancedResonateAndFire(
                        section.real("offset", 0.02),
                        section.number("omega", 1e-6, 1, 0.2),
                        1,
                        section.number("refractoryDecay", 0, 1, 0.9),
                        firing,
                        List.of()),
                section);
    }
}

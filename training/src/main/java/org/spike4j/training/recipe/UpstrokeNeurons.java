package org.spike4j.training.recipe;

import java.util.List;
import org.spike4j.neuron.AdaptiveExponentialCurrentLif;
import org.spike4j.neuron.AdaptiveQif;
import org.spike4j.neuron.Eif;
import org.spike4j.neuron.ExponentialCurrentLif;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Qif;

/** Reads the neurons whose membrane rises by itself towards the spike; all times are in steps. */
final class UpstrokeNeurons {
    private UpstrokeNeurons() {}

    static NeuronModel qif(Section section) {
        return FiringKeys.apply(Qif.withTauInSteps(StepNeurons.tau(section)), section);
    }

    static NeuronModel eif(Section section) {
        return FiringKeys.apply(Eif.withTauInSteps(StepNeurons.tau(section)), section);
    }

    static NeuronModel adaptiveQif(Section section) {
        AdaptiveQif neuron = AdaptiveQif.withTausInSteps(
                StepNeurons.tau(section),
                section.number("tauAdaptation", 1, 1e6, 20),
                section.real("coupling", 0),
                section.real("jump", 1));
        return FiringKeys.apply(neuron, section);
    }

    static NeuronModel exponentialCurrentLif(Section section) {
        return FiringKeys.apply(
                new ExponentialCurrentLif(
                        CurrentNeurons.tau(section),
                        CurrentNeurons.tauSynapse(section),
                        1,
                        0,
                        section.positive("sharpness", 0.5),
                        Firing.standard(),
                        List.of()),
                section);
    }

    static NeuronModel adaptiveExponentialCurrentLif(Section section) {
        return FiringKeys.apply(
                new AdaptiveExponentialCurrentLif(
                        CurrentNeurons.tau(section),
                        CurrentNeurons.tauSynapse(section),
                        section.number("tauAdaptation", 1, 1e6, 500),
                        1,
                        0,
                        section.positive("sharpness", 0.5),
                        section.real("coupling", 4),
                        section.real("jump", 0.02),
                        Firing.standard(),
                        List.of()),
                section);
    }
}

package org.spike4j.training.recipe;

import org.spike4j.neuron.Eif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Qif;

/** Reads the neurons whose membrane rises by itself towards the spike. */
final class UpstrokeNeurons {
    private UpstrokeNeurons() {}

    static NeuronModel qif(Section section) {
        return FiringKeys.apply(Qif.withTauInSteps(StepNeurons.tau(section)), section);
    }

    static NeuronModel eif(Section section) {
        return FiringKeys.apply(Eif.withTauInSteps(StepNeurons.tau(section)), section);
    }
}

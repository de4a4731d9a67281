package org.spike4j.training.recipe;

import java.util.List;
import org.spike4j.neuron.AdaptiveCurrentLif;
import org.spike4j.neuron.AdaptiveThresholdLif;
import org.spike4j.neuron.AlphaLif;
import org.spike4j.neuron.CubaLif;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.RefractoryCubaLif;
import org.spike4j.neuron.RefractoryCurrentLif;
import org.spike4j.neuron.Synaptic;

/** Reads the neurons whose input drives a current that decays by itself; all times are in steps. */
final class CurrentNeurons {
    private CurrentNeurons() {}

    static NeuronModel cubaLif(Section section) {
        double membrane = section.number("membraneDecay", 0, 1, 0.75);
        return FiringKeys.apply(CubaLif.withDecays(membrane, section.number("currentDecay", 0, 1, 0.5)), section);
    }

    static NeuronModel synaptic(Section section) {
        double alpha = section.number("alpha", 0, 1, 0.5);
        return FiringKeys.apply(Synaptic.withDecays(alpha, section.number("beta", 0, 1, 0.9)), section);
    }

    static NeuronModel currentLif(Section section) {
        return FiringKeys.apply(
                new CurrentLif(tau(section), tauSynapse(section), 1, 0, Firing.standard(), List.of()), section);
    }

    static NeuronModel adaptiveThresholdLif(Section section) {
        double tauAdaptation = section.number("tauAdaptation", 1, 1e6, 100);
        double jump = section.real("jump", 1.8);
        return FiringKeys.apply(
                new AdaptiveThresholdLif(
                        tau(section), tauSynapse(section), tauAdaptation, 1, 0, jump, Firing.standard(), List.of()),
                section);
    }

    static NeuronModel adaptiveCurrentLif(Section section) {
        double tauAdaptation = section.number("tauAdaptation", 1, 1e6, 100);
        double jump = section.real("jump", 0.5);
        return FiringKeys.apply(
                new AdaptiveCurrentLif(
                        tau(section), tauSynapse(section), tauAdaptation, 1, 0, jump, Firing.standard(), List.of()),
                section);
    }

    static NeuronModel refractoryCurrentLif(Section section) {
        return FiringKeys.apply(
                new RefractoryCurrentLif(
                        tau(section),
                        tauSynapse(section),
                        1,
                        0,
                        refractorySteps(section),
                        Firing.standard(),
                        List.of()),
                section);
    }

    static NeuronModel refractoryCubaLif(Section section) {
        double tau = section.positive("tau", 10);
        double tauSynapse = section.positive("tauSynapse", 5);
        return FiringKeys.apply(RefractoryCubaLif.withTausInSteps(tau, tauSynapse, refractorySteps(section)), section);
    }

    static NeuronModel alphaLif(Section section) {
        double alpha = section.number("alpha", 0, 1, 0.9);
        return FiringKeys.apply(AlphaLif.withDecays(alpha, section.number("beta", 0, 1, 0.8)), section);
    }

    private static int refractorySteps(Section section) {
        return section.integer("refractorySteps", 0, 10_000, 5);
    }

    static double tau(Section section) {
        return section.number("tau", 1, 1e6, 10);
    }

    static double tauSynapse(Section section) {
        return section.number("tauSynapse", 1, 1e6, 5);
    }
}

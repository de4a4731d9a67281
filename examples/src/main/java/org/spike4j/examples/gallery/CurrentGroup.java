package org.spike4j.examples.gallery;

import java.util.List;
import java.util.Map;
import org.spike4j.neuron.AlphaLif;
import org.spike4j.neuron.CubaLif;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.RefractoryCubaLif;
import org.spike4j.neuron.RefractoryCurrentLif;
import org.spike4j.neuron.Synaptic;

/** Models whose input drives a current that decays by itself and drives the membrane. */
final class CurrentGroup {
    private CurrentGroup() {}

    static GalleryGroup group() {
        return new GalleryGroup(
                "With a synaptic current",
                List.of(currentLif(), cubaLif(), synaptic(), alphaLif(), refractoryCurrentLif(), refractoryCubaLif()));
    }

    private static GalleryEntry currentLif() {
        return GalleryEntry.of(
                        CurrentLif.withTaus(0.02, 0.005),
                        "leaky integrate-and-fire behind a current that decays by itself",
                        "CurrentLif.withTaus(0.02, 0.005)",
                        Stimulus.inSeconds(1e-3, 0.35, 1.5))
                .reproduces(
                        "Norse's LIF, whose rates are 1 / tau and 1 / tauSynapse, and which fires above the threshold")
                .from(Paper.BRETTE, Paper.HETEROGENEITY);
    }

    private static GalleryEntry cubaLif() {
        return GalleryEntry.of(
                        CubaLif.withDecays(0.9, 0.7),
                        "the same with decays given by the step",
                        "CubaLif.withDecays(0.9, 0.7)",
                        Stimulus.inSteps(0.06, 0.4))
                .reproduces("SpikingJelly's CUBALIFNode")
                .from(Paper.SPIKING_JELLY);
    }

    private static GalleryEntry refractoryCubaLif() {
        return GalleryEntry.of(
                        RefractoryCubaLif.withTausInSteps(10, 3, 5),
                        "the same with exact exponentials, at rest for some steps after a spike",
                        "RefractoryCubaLif.withTausInSteps(10, 3, 5)",
                        Stimulus.inSteps(0.5, 3))
                .from(Paper.BRETTE);
    }

    private static GalleryEntry synaptic() {
        return GalleryEntry.of(
                        Synaptic.withDecays(0.7, 0.9),
                        "the same with the reset in the next step",
                        "Synaptic.withDecays(0.7, 0.9)",
                        Stimulus.inSteps(0.06, 0.4))
                .reproduces("snnTorch's Synaptic and, with feedback of its spikes, RSynaptic; with alpha = 0 RLeaky")
                .from(Paper.ESHRAGHIAN);
    }

    private static GalleryEntry alphaLif() {
        return GalleryEntry.of(
                        AlphaLif.withDecays(0.9, 0.8),
                        "leaky integrate-and-fire whose membrane answers an input by the difference of two exponentials",
                        "AlphaLif.withDecays(0.9, 0.8)",
                        Stimulus.inSteps(0.2, 1.2))
                .reproduces("snnTorch's Alpha")
                .from(Paper.ESHRAGHIAN);
    }

    private static GalleryEntry refractoryCurrentLif() {
        return GalleryEntry.of(
                        RefractoryCurrentLif.withTaus(0.02, 0.005, 8),
                        "CurrentLif that stays where it is for some steps after a spike",
                        "RefractoryCurrentLif.withTaus(0.02, 0.005, 8)",
                        Stimulus.inSeconds(1e-3, 0.5, 3))
                .withUnits(Map.of("refractorySteps", "steps"))
                .reproduces("Norse's LIFRefrac, feed-forward")
                .from(Paper.BRETTE);
    }
}

package org.spike4j.examples.gallery;

import java.util.List;
import org.spike4j.neuron.AdaptiveExponentialCurrentLif;
import org.spike4j.neuron.AdaptiveQif;
import org.spike4j.neuron.Eif;
import org.spike4j.neuron.ExponentialCurrentLif;
import org.spike4j.neuron.Qif;

/** Models whose membrane rises by itself towards the spike. */
final class UpstrokeGroup {
    private UpstrokeGroup() {}

    static GalleryGroup group() {
        return new GalleryGroup(
                "With an upstroke of their own",
                List.of(qif(), eif(), adaptiveQif(), exponentialCurrentLif(), adaptiveExponentialCurrentLif()));
    }

    private static GalleryEntry qif() {
        return GalleryEntry.of(
                        Qif.withTauInSteps(4),
                        "quadratic integrate-and-fire",
                        "Qif.withTauInSteps(4)",
                        Stimulus.inSteps(0.35, 4))
                .reproduces("SpikingJelly's QIFNode")
                .from(Paper.ERMENTROUT_KOPELL, Paper.FOURCAUD);
    }

    private static GalleryEntry eif() {
        return GalleryEntry.of(
                        Eif.withTauInSteps(8),
                        "exponential integrate-and-fire",
                        "Eif.withTauInSteps(8)",
                        Stimulus.inSteps(0.4, 4))
                .reproduces("SpikingJelly's EIFNode")
                .from(Paper.FOURCAUD);
    }

    private static GalleryEntry adaptiveQif() {
        return GalleryEntry.of(
                        AdaptiveQif.withTausInSteps(4, 40, 0.2, 0.4),
                        "quadratic integrate-and-fire with an adaptation current, the form of Izhikevich's model",
                        "AdaptiveQif.withTausInSteps(4, 40, 0.2, 0.4)",
                        Stimulus.inSteps(1, 4).during(150))
                .reproduces("SpikingJelly's IzhikevichNode")
                .from(Paper.IZHIKEVICH);
    }

    private static GalleryEntry exponentialCurrentLif() {
        return GalleryEntry.of(
                        ExponentialCurrentLif.withTaus(0.02, 0.005),
                        "exponential integrate-and-fire behind a current",
                        "ExponentialCurrentLif.withTaus(0.02, 0.005)",
                        Stimulus.inSeconds(1e-3, 0.25, 1.5))
                .reproduces("Norse's LIFEx, feed-forward")
                .from(Paper.FOURCAUD);
    }

    private static GalleryEntry adaptiveExponentialCurrentLif() {
        return GalleryEntry.of(
                        AdaptiveExponentialCurrentLif.withTaus(0.02, 0.005),
                        "the same with an adaptation current that follows the membrane",
                        "AdaptiveExponentialCurrentLif.withTaus(0.02, 0.005)",
                        Stimulus.inSeconds(1e-3, 0.4, 2).during(250))
                .reproduces("Norse's LIFAdEx, feed-forward")
                .from(Paper.BRETTE_GERSTNER);
    }
}

package org.spike4j.examples.gallery;

import java.util.List;
import org.spike4j.neuron.AdaptiveCurrentLif;
import org.spike4j.neuron.AdaptiveLif;
import org.spike4j.neuron.AdaptiveThresholdLif;

/** Models that fire less the more they have fired. */
final class AdaptiveGroup {
    private AdaptiveGroup() {}

    static GalleryGroup group() {
        return new GalleryGroup(
                "With adaptation", List.of(adaptiveLif(), adaptiveCurrentLif(), adaptiveThresholdLif()));
    }

    private static GalleryEntry adaptiveLif() {
        return GalleryEntry.of(
                        AdaptiveLif.withTausInSteps(8, 40, 0.2, 20),
                        "leaky integrate-and-fire with an adaptation that follows the membrane and jumps at spikes (adLIF)",
                        "AdaptiveLif.withTausInSteps(8, 40, 0.2, 20)",
                        Stimulus.inSteps(3, 8).during(150))
                .from(Paper.BITTAR);
    }

    private static GalleryEntry adaptiveCurrentLif() {
        return GalleryEntry.of(
                        AdaptiveCurrentLif.withTaus(0.02, 0.005, 0.1),
                        "leaky integrate-and-fire behind a current, with an adaptation current that grows with each spike",
                        "AdaptiveCurrentLif.withTaus(0.02, 0.005, 0.1)",
                        Stimulus.inSeconds(1e-3, 0.7, 4).during(250))
                .reproduces("Norse's ada_lif_step, which resets by subtraction");
    }

    private static GalleryEntry adaptiveThresholdLif() {
        return GalleryEntry.of(
                        AdaptiveThresholdLif.withTaus(0.02, 0.005, 0.1),
                        "leaky integrate-and-fire whose threshold rises with each spike",
                        "AdaptiveThresholdLif.withTaus(0.02, 0.005, 0.1)",
                        Stimulus.inSeconds(1e-3, 1, 8).during(250))
                .reproduces(
                        "Norse's LSNN, feed-forward and, with feedback of its spikes and a detached reset, recurrent")
                .from(Paper.BELLEC);
    }
}

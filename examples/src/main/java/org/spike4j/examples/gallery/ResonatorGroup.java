package org.spike4j.examples.gallery;

import java.util.List;
import java.util.Map;
import org.spike4j.neuron.BalancedResonateAndFire;
import org.spike4j.neuron.ResonateAndFire;

/** Models that oscillate below the threshold. */
final class ResonatorGroup {
    private ResonatorGroup() {}

    static GalleryGroup group() {
        return new GalleryGroup("Resonators", List.of(resonateAndFire(), balanced()));
    }

    private static GalleryEntry resonateAndFire() {
        return GalleryEntry.of(
                        ResonateAndFire.of(-0.05, 0.4, 1),
                        "resonate-and-fire: a damped oscillation that fires on its imaginary part",
                        "ResonateAndFire.of(-0.05, 0.4, 1)",
                        Stimulus.inSteps(0.3, 1.2).during(100))
                .withUnits(Map.of("damping", "1 / step", "omega", "radians / step", "dt", "steps"))
                .from(Paper.IZHIKEVICH_RESONATE);
    }

    private static GalleryEntry balanced() {
        return GalleryEntry.of(
                        BalancedResonateAndFire.of(1, 10, 0.02),
                        "balanced resonate-and-fire: damped enough not to grow, its spikes raise threshold and damping",
                        "BalancedResonateAndFire.of(1, 10, 0.02)",
                        Stimulus.inSeconds(0.02, 25, 45).during(150))
                .withUnits(Map.of("offset", "1 / s", "omega", "radians / s", "dt", "s"))
                .from(Paper.BALANCED);
    }
}

package org.spike4j.examples.gallery;

import java.util.List;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.ParametricLif;

/** The models of one affine step, which has kernels of its own. */
final class IntegrateAndFireGroup {
    private IntegrateAndFireGroup() {}

    static GalleryGroup group() {
        return new GalleryGroup(
                "Integrate-and-fire", List.of(integrateAndFire(), lif(), leaky(), parametricLif(), bidlLif()));
    }

    private static GalleryEntry integrateAndFire() {
        return GalleryEntry.of(
                        IntegrateAndFire.standard(),
                        "integrate-and-fire without a leak",
                        "IntegrateAndFire.standard()",
                        """
                        h = v + x
                        s = spike(h, threshold)
                        v = (1 - s) * h + s * resetValue
                        """,
                        Stimulus.inSteps(0.13, 1.2))
                .reproduces("SpikingJelly's IFNode, which fires at the threshold; Norse's IAF, which fires above it")
                .from(Paper.LAPICQUE, Paper.SPIKING_JELLY);
    }

    private static GalleryEntry lif() {
        return GalleryEntry.of(
                        Lif.withTau(0.02),
                        "leaky integrate-and-fire",
                        "Lif.withTau(0.02)",
                        """
                        d = 1 - dt / tau                                # exp(-dt / tau) with Integration.EXACT
                        h = d * v + (1 - d) * x + (1 - d) * rest        # x in full with withDecayInput(false)
                        s = spike(h, threshold)
                        v = (1 - s) * h + s * resetValue
                        """,
                        Stimulus.inSeconds(1e-3, 1.6, 6))
                .reproduces(
                        "SpikingJelly's LIFNode, whose rest is its reset value; Norse's LIFBox; snnTorch's Lapicque "
                                + "without a reset, or with one by subtraction")
                .from(Paper.LAPICQUE, Paper.SPIKING_JELLY);
    }

    private static GalleryEntry leaky() {
        return GalleryEntry.of(
                        Leaky.withBeta(0.9),
                        "leaky integrate-and-fire given by its decay per step, with the reset in the next step",
                        "Leaky.withBeta(0.9)",
                        """
                        q = v > threshold
                        h = beta * v + x - q * threshold
                        s = amplitude * spike(h, threshold)
                        v = h
                        """,
                        Stimulus.inSteps(0.18, 1.2))
                .reproduces("snnTorch's Leaky and, with feedback of its spikes, RLeaky")
                .from(Paper.ESHRAGHIAN);
    }

    private static GalleryEntry parametricLif() {
        return GalleryEntry.of(
                        ParametricLif.withInitialTauInSteps(4),
                        "leaky integrate-and-fire whose leak is learned",
                        "ParametricLif.withInitialTauInSteps(4)",
                        """
                        k = 1 / (1 + exp(-w))
                        h = v + k * (x - (v - rest))                    # x in full with withDecayInput(false)
                        s = spike(h, threshold)
                        v = (1 - s) * h + s * resetValue
                        """,
                        Stimulus.inSteps(1.25, 6))
                .reproduces("SpikingJelly's ParametricLIFNode")
                .from(Paper.PLIF);
    }

    private static GalleryEntry bidlLif() {
        return GalleryEntry.of(
                        BidlLif.standard(),
                        "leaky integrate-and-fire that leaks after its reset",
                        "BidlLif.standard()",
                        """
                        h = v + x
                        s = spike(h, threshold)
                        r = s * resetValue + (1 - s) * h
                        v = alpha * r + beta
                        """,
                        Stimulus.inSteps(0.36, 1))
                .reproduces("the LIF of BIDL")
                .from(Paper.BIDL);
    }
}

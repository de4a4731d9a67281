package org.spike4j.examples.gallery;

import java.util.List;
import java.util.Map;
import org.spike4j.neuron.GatedLif;
import org.spike4j.neuron.IntegerLif;
import org.spike4j.neuron.Klif;
import org.spike4j.neuron.Lapicque;
import org.spike4j.neuron.LifPlus;
import org.spike4j.neuron.RectifiedLeaky;
import org.spike4j.neuron.SigmaDelta;
import org.spike4j.neuron.SlidingPsn;
import org.spike4j.neuron.lifplus.InputAccumulation;
import org.spike4j.neuron.lifplus.Refractoriness;
import org.spike4j.neuron.lifplus.TriggeredCurrent;

/** Variants of integrate-and-fire: gains, gates, counts, windows, options. */
final class VariantGroup {
    private static final String LIF_PLUS = "LifPlus.withKappa(0.1).with(new InputAccumulation.Exponential(0.3))"
            + ".with(new TriggeredCurrent.Adaptation(0.05, 0.02)).with(new Refractoriness.Absolute(3))";

    private VariantGroup() {}

    static GalleryGroup group() {
        return new GalleryGroup(
                "Variants of integrate-and-fire",
                List.of(
                        lapicque(),
                        rectifiedLeaky(),
                        klif(),
                        gatedLif(),
                        integerLif(),
                        sigmaDelta(),
                        slidingPsn(),
                        lifPlus()));
    }

    private static GalleryEntry klif() {
        return GalleryEntry.of(
                        Klif.withTauInSteps(5),
                        "leaky integrate-and-fire with a learned gain and a rectifier before its threshold",
                        "Klif.withTauInSteps(5)",
                        Stimulus.inSteps(1.3, 6))
                .reproduces("SpikingJelly's KLIFNode")
                .from(Paper.KLIF);
    }

    private static GalleryEntry gatedLif() {
        return GalleryEntry.of(
                        GatedLif.ofSteps(1),
                        "leaky integrate-and-fire whose gates blend two leaks, two inputs and two resets",
                        "GatedLif.ofSteps(1)",
                        Stimulus.inSteps(0.35, 1.5))
                .reproduces("SpikingJelly's GatedLIFNode, which has the logits of these constants as parameters")
                .from(Paper.GLIF);
    }

    private static GalleryEntry integerLif() {
        return GalleryEntry.of(
                        IntegerLif.withTauInSteps(4, 4),
                        "leaky integrate-and-fire that puts out a number of spikes a step",
                        "IntegerLif.withTauInSteps(4, 4)",
                        Stimulus.inSteps(1.3, 6))
                .reproduces("SpikingJelly's ILIFNode")
                .from(Paper.SPIKE_YOLO);
    }

    private static GalleryEntry slidingPsn() {
        return GalleryEntry.of(
                        SlidingPsn.ofOrder(3),
                        "sliding parallel spiking neuron: a weighted sum of the last inputs, without state or reset",
                        "SlidingPsn.ofOrder(3)",
                        Stimulus.inSteps(0.8, 1.5))
                .reproduces("SpikingJelly's SlidingPSN")
                .from(Paper.PSN);
    }

    private static GalleryEntry lifPlus() {
        LifPlus model = LifPlus.withKappa(0.1)
                .with(new InputAccumulation.Exponential(0.3))
                .with(new TriggeredCurrent.Adaptation(0.05, 0.02))
                .with(new Refractoriness.Absolute(3));
        return GalleryEntry.of(
                        model,
                        "leaky integrate-and-fire with six groups of options, here three of them",
                        LIF_PLUS,
                        Stimulus.inSteps(0.4, 2).during(100))
                .reproduces("the LIF+ of BIDL's manual, whose code computes something else "
                        + "(see [conformance](conformance.md))")
                .from(Paper.BIDL);
    }

    private static GalleryEntry lapicque() {
        return GalleryEntry.of(
                        Lapicque.ofCircuit(5, 2, 1),
                        "leaky integrate-and-fire as a circuit of a resistor and a capacitor",
                        "Lapicque.ofCircuit(5, 2, 1)",
                        Stimulus.inSteps(0.3, 2.4))
                .withUnits(Map.of("capacitance", "steps / unit of the resistance"))
                .reproduces("snnTorch's Lapicque")
                .from(Paper.LAPICQUE, Paper.ESHRAGHIAN);
    }

    private static GalleryEntry rectifiedLeaky() {
        return GalleryEntry.of(
                        RectifiedLeaky.withBeta(0.8),
                        "leaky membrane that is never negative and is not reset",
                        "RectifiedLeaky.withBeta(0.8)",
                        Stimulus.inSteps(0.25, 1))
                .reproduces("snnTorch's LeakyParallel with a diagonal recurrent matrix")
                .from(Paper.ESHRAGHIAN);
    }

    private static GalleryEntry sigmaDelta() {
        return GalleryEntry.of(
                SigmaDelta.withQuantum(0.25),
                "sums its input, and sends by how many quanta its activation has changed",
                "SigmaDelta.withQuantum(0.25)",
                Stimulus.inSteps(0.06, 1));
    }
}

package org.spike4j.examples.gallery;

import java.util.List;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.EquationNeuron;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Liaf;

/** Readouts, models around other models, and a model of the user's own. */
final class WrapperGroup {
    private static final String OWN = """
            input i : pA
            constant tau = 20 ms in (1 ms, 200 ms) learned
            constant tau_w = 150 ms
            constant v_rest = -65 mV
            constant r = 0.1 GOhm
            constant b = 40 pA
            state v = v_rest
            state w = 0 pA
            dv/dt = (v_rest - v + r * (i - w)) / tau
            dw/dt = -w / tau_w
            spike when v >= -50 mV
            on spike: v = v_rest; w += b
            """;

    private WrapperGroup() {}

    static GalleryGroup group() {
        return new GalleryGroup(
                "Readouts, models around models, and your own",
                List.of(leakyIntegrator(), liaf(), inhibited(), equationNeuron()));
    }

    private static GalleryEntry leakyIntegrator() {
        return GalleryEntry.of(
                        LeakyIntegrator.withTauInSteps(10),
                        "leaky integrator, which never fires and puts out its membrane",
                        "LeakyIntegrator.withTauInSteps(10)",
                        """
                        d = exp(-dt / tau)                              # 1 - dt / tau with Integration.EULER
                        v = d * v + x + (1 - d) * rest                  # (1 - d) * x with decayed input
                        """,
                        Stimulus.inSteps(0.1, 1))
                .reproduces(
                        "with Euler and decayed input Norse's LI (with a synapse) and LIBox (without), and SpikingJelly's "
                                + "NonSpikingLIFNode; without a leak its NonSpikingIFNode")
                .from(Paper.SPIKING_JELLY);
    }

    private static GalleryEntry liaf() {
        return GalleryEntry.of(
                        Liaf.of(BidlLif.standard()),
                        "leaky integrate and analog fire: the spike only resets, the output is analog",
                        "Liaf.of(BidlLif.standard())",
                        """
                        # the step of the neuron inside, here BidlLif; then
                        y = relu(h)                                     # or of h - threshold, r or v; or another activation
                        """,
                        Stimulus.inSteps(0.36, 1))
                .reproduces("the LIAF of BIDL around BidlLif, SpikingJelly's LIAFNode around Lif")
                .from(Paper.LIAF_NET, Paper.BIDL);
    }

    private static GalleryEntry inhibited() {
        return GalleryEntry.of(
                        Inhibited.of(Leaky.withBeta(0.9)),
                        "winner takes all: of the channels at one place only the one farthest above its threshold spikes",
                        "Inhibited.of(Leaky.withBeta(0.9))",
                        """
                        # the step of the neuron inside, here Leaky; then for the channels k at one place
                        m[k] = 1 for the largest h[k] - threshold[k], else 0
                        s[k] = m[k] * s[k]
                        """,
                        Stimulus.inSteps(0.3, 1.2).against(0.35))
                .reproduces(
                        "around Leaky snnTorch's Leaky with inhibition=True. The picture shows a neuron beside a rival "
                                + "that gets a steady input of 0.35")
                .from(Paper.ESHRAGHIAN, Paper.DIEHL);
    }

    private static GalleryEntry equationNeuron() {
        return GalleryEntry.of(
                EquationNeuron.of(OWN),
                "a neuron of your own, here leaky integrate-and-fire with an adaptation current",
                "EquationNeuron.of(text)",
                Stimulus.inSeconds(1e-3, 350, 1000).during(300).of("pA", "mV"));
    }
}

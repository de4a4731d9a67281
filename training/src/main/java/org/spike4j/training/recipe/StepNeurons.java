package org.spike4j.training.recipe;

import org.spike4j.neuron.Activation;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Integration;
import org.spike4j.neuron.Lapicque;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.RectifiedLeaky;
import org.spike4j.neuron.SpikingModel;
import org.spike4j.neuron.Tap;

/** Reads the neurons of one linear step. */
final class StepNeurons {
    private StepNeurons() {}

    static NeuronModel lif(Section section) {
        Lif lif = Lif.withTauInSteps(tau(section))
                .withDecayInput(decayInput(section))
                .withIntegration(section.choice("integration", Integration.EULER));
        return FiringKeys.apply(lif, section);
    }

    static NeuronModel integrateAndFire(Section section) {
        return FiringKeys.apply(IntegrateAndFire.standard(), section);
    }

    static NeuronModel parametricLif(Section section) {
        ParametricLif plif = ParametricLif.withInitialTauInSteps(tau(section));
        return FiringKeys.apply(plif.withDecayInput(decayInput(section)), section);
    }

    static NeuronModel leaky(Section section) {
        return FiringKeys.apply(Leaky.withBeta(section.number("beta", 0, 1, 0.9)), section);
    }

    static SpikingModel<?> bidlLif(Section section) {
        BidlLif standard = BidlLif.standard();
        double alpha = section.number("alpha", 0, 1, standard.alpha());
        return FiringKeys.apply(standard.withLeak(alpha, section.real("beta", standard.beta())), section);
    }

    static NeuronModel liaf(Section section) {
        return new Liaf(
                bidlLif(section), section.choice("tap", Tap.MEMBRANE), section.choice("activation", Activation.RELU));
    }

    static NeuronModel lapicque(Section section) {
        double resistance = section.positive("resistance", 5);
        return FiringKeys.apply(Lapicque.ofCircuit(resistance, section.positive("capacitance", 1), 1), section);
    }

    static NeuronModel rectifiedLeaky(Section section) {
        return FiringKeys.apply(RectifiedLeaky.withBeta(section.number("beta", 0, 1, 0.9)), section);
    }

    /** y = h = v + x with v = 0 r, that is y = x. */
    static NeuronModel none(Section section) {
        return new Liaf(BidlLif.standard().withLeak(0, 0), Tap.MEMBRANE, Activation.IDENTITY);
    }

    /** The membrane time constant of neurons by forward Euler, in steps. */
    static double tau(Section section) {
        return section.number("tau", 1, 1e6, 2);
    }

    static boolean decayInput(Section section) {
        return section.flag("decayInput", true);
    }
}

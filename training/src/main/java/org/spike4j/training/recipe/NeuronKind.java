package org.spike4j.training.recipe;

import java.util.List;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Integration;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.SpikingModel;
import org.spike4j.neuron.Tap;

/** The neuron models a recipe can name, the keys each one has beside the common ones, and their defaults. */
enum NeuronKind {
    /** {@link Lif}: tau in steps (2), decayInput (true), integration (euler). */
    LIF("tau", "decayInput", "integration") {
        @Override
        NeuronModel read(Section section) {
            Lif lif = Lif.withTauInSteps(tau(section))
                    .withDecayInput(decayInput(section))
                    .withIntegration(section.find("integration")
                            .map(value -> value.choice(Integration.class))
                            .orElse(Integration.EULER));
            return FiringKeys.apply(lif, section);
        }
    },
    /** {@link IntegrateAndFire}. */
    IF {
        @Override
        NeuronModel read(Section section) {
            return FiringKeys.apply(IntegrateAndFire.standard(), section);
        }
    },
    /** {@link ParametricLif}: first tau in steps (2), decayInput (true); w is learned. */
    PLIF("tau", "decayInput") {
        @Override
        NeuronModel read(Section section) {
            ParametricLif plif = ParametricLif.withInitialTauInSteps(tau(section));
            return FiringKeys.apply(plif.withDecayInput(decayInput(section)), section);
        }
    },
    /** {@link Leaky}: beta (0.9). */
    LEAKY("beta") {
        @Override
        NeuronModel read(Section section) {
            double beta = section.find("beta").map(value -> value.number(0, 1)).orElse(0.9);
            return FiringKeys.apply(Leaky.withBeta(beta), section);
        }
    },
    /** {@link BidlLif}: alpha (0.3), beta (0). */
    BIDL_LIF("alpha", "beta") {
        @Override
        NeuronModel read(Section section) {
            return bidl(section);
        }
    },
    /** {@link Liaf} with a {@link BidlLif} inside: its keys, tap (membrane), activation (relu). */
    LIAF("alpha", "beta", "tap", "activation") {
        @Override
        NeuronModel read(Section section) {
            return new Liaf(
                    bidl(section),
                    section.find("tap").map(value -> value.choice(Tap.class)).orElse(Tap.MEMBRANE),
                    section.find("activation")
                            .map(value -> value.choice(Activation.class))
                            .orElse(Activation.RELU));
        }
    };

    private final List<String> keys;

    NeuronKind(String... keys) {
        this.keys = List.of(keys);
    }

    /** The neuron of a section whose keys are known to be allowed. */
    abstract NeuronModel read(Section section);

    /** The keys of this model beside the common ones. */
    List<String> keys() {
        return keys;
    }

    private static SpikingModel<?> bidl(Section section) {
        BidlLif standard = BidlLif.standard();
        double alpha = section.find("alpha").map(value -> value.number(0, 1)).orElse(standard.alpha());
        double beta = section.find("beta").map(value -> value.number(-1e6, 1e6)).orElse(standard.beta());
        return FiringKeys.apply(standard.withLeak(alpha, beta), section);
    }

    private static double tau(Section section) {
        return section.find("tau").map(value -> value.number(1, 1e6)).orElse(2.0);
    }

    private static boolean decayInput(Section section) {
        return section.find("decayInput").map(Value::flag).orElse(true);
    }
}

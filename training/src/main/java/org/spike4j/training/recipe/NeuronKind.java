package org.spike4j.training.recipe;

import java.util.List;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.AdaptiveLif;
import org.spike4j.neuron.AdaptiveThresholdLif;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.CubaLif;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.Eif;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.GatedLif;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Integration;
import org.spike4j.neuron.Klif;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.Qif;
import org.spike4j.neuron.SlidingPsn;
import org.spike4j.neuron.SpikingModel;
import org.spike4j.neuron.Synaptic;
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
    },
    /** {@link Qif}: tau in steps (2). */
    QIF("tau") {
        @Override
        NeuronModel read(Section section) {
            return FiringKeys.apply(Qif.withTauInSteps(tau(section)), section);
        }
    },
    /** {@link Eif}: tau in steps (2). */
    EIF("tau") {
        @Override
        NeuronModel read(Section section) {
            return FiringKeys.apply(Eif.withTauInSteps(tau(section)), section);
        }
    },
    /** {@link Klif}: tau in steps (2), decayInput (true); the gain is learned. */
    KLIF("tau", "decayInput") {
        @Override
        NeuronModel read(Section section) {
            Klif klif = Klif.withTauInSteps(tau(section)).withDecayInput(decayInput(section));
            return FiringKeys.apply(klif, section);
        }
    },
    /** {@link CubaLif}: membraneDecay (0.75), currentDecay (0.5). */
    CUBA_LIF("membraneDecay", "currentDecay") {
        @Override
        NeuronModel read(Section section) {
            double membrane = number(section, "membraneDecay", 0, 1, 0.75);
            return FiringKeys.apply(CubaLif.withDecays(membrane, number(section, "currentDecay", 0, 1, 0.5)), section);
        }
    },
    /** {@link AdaptiveLif}: tau (5) and tauAdaptation (20) in steps, coupling (0), jump (1). */
    ADAPTIVE_LIF("tau", "tauAdaptation", "coupling", "jump") {
        @Override
        NeuronModel read(Section section) {
            AdaptiveLif lif = AdaptiveLif.withTausInSteps(
                    number(section, "tau", 1e-6, 1e6, 5),
                    number(section, "tauAdaptation", 1e-6, 1e6, 20),
                    number(section, "coupling", -1e6, 1e6, 0),
                    number(section, "jump", -1e6, 1e6, 1));
            return FiringKeys.apply(lif, section);
        }
    },
    /** {@link GatedLif}: steps that have a conductance of their own (1); all constants are learned. */
    GATED_LIF("steps") {
        @Override
        NeuronModel read(Section section) {
            int steps =
                    section.find("steps").map(value -> value.integer(1, 10_000)).orElse(1);
            return FiringKeys.apply(GatedLif.ofSteps(steps), section);
        }
    },
    /** {@link SlidingPsn}: order (2); weights and bias are learned. */
    SLIDING_PSN("order") {
        @Override
        NeuronModel read(Section section) {
            int order =
                    section.find("order").map(value -> value.integer(1, 1000)).orElse(2);
            return FiringKeys.apply(SlidingPsn.ofOrder(order), section);
        }
    },
    /** {@link CurrentLif}: tau (10) and tauSynapse (5) in steps. */
    CURRENT_LIF("tau", "tauSynapse") {
        @Override
        NeuronModel read(Section section) {
            double tau = number(section, "tau", 1, 1e6, 10);
            double tauSynapse = number(section, "tauSynapse", 1, 1e6, 5);
            return FiringKeys.apply(new CurrentLif(tau, tauSynapse, 1, 0, Firing.standard(), List.of()), section);
        }
    },
    /** {@link AdaptiveThresholdLif}: tau (10), tauSynapse (5) and tauAdaptation (100) in steps, jump (1.8). */
    ADAPTIVE_THRESHOLD_LIF("tau", "tauSynapse", "tauAdaptation", "jump") {
        @Override
        NeuronModel read(Section section) {
            double tau = number(section, "tau", 1, 1e6, 10);
            double tauSynapse = number(section, "tauSynapse", 1, 1e6, 5);
            double tauAdaptation = number(section, "tauAdaptation", 1, 1e6, 100);
            double jump = number(section, "jump", -1e6, 1e6, 1.8);
            return FiringKeys.apply(
                    new AdaptiveThresholdLif(tau, tauSynapse, tauAdaptation, 1, 0, jump, Firing.standard(), List.of()),
                    section);
        }
    },
    /** {@link Synaptic}: alpha (0.5), beta (0.9). */
    SYNAPTIC("alpha", "beta") {
        @Override
        NeuronModel read(Section section) {
            double alpha = number(section, "alpha", 0, 1, 0.5);
            return FiringKeys.apply(Synaptic.withDecays(alpha, number(section, "beta", 0, 1, 0.9)), section);
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

    private static double number(Section section, String key, double lowest, double highest, double otherwise) {
        return section.find(key).map(value -> value.number(lowest, highest)).orElse(otherwise);
    }

    private static double tau(Section section) {
        return section.find("tau").map(value -> value.number(1, 1e6)).orElse(2.0);
    }

    private static boolean decayInput(Section section) {
        return section.find("decayInput").map(Value::flag).orElse(true);
    }
}

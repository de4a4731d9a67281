package org.spike4j.training.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.spike4j.neuron.AdaptiveLif;
import org.spike4j.neuron.AdaptiveThresholdLif;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.CubaLif;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.Eif;
import org.spike4j.neuron.GatedLif;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Klif;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.Qif;
import org.spike4j.neuron.SlidingPsn;
import org.spike4j.neuron.Synaptic;

/** The neuron models a recipe can name, the keys each one has beside the common ones, and their defaults. */
enum NeuronKind {
    /** {@link Lif}: tau in steps (2), decayInput (true), integration (euler). */
    LIF(StepNeurons::lif, "tau", "decayInput", "integration"),
    /** {@link IntegrateAndFire}. */
    IF(StepNeurons::integrateAndFire),
    /** {@link ParametricLif}: first tau in steps (2), decayInput (true); w is learned. */
    PLIF(StepNeurons::parametricLif, "tau", "decayInput"),
    /** {@link Leaky}: beta (0.9). */
    LEAKY(StepNeurons::leaky, "beta"),
    /** {@link BidlLif}: alpha (0.3), beta (0). */
    BIDL_LIF(StepNeurons::bidlLif, "alpha", "beta"),
    /** {@link Liaf} with a {@link BidlLif} inside: its keys, tap (membrane), activation (relu). */
    LIAF(StepNeurons::liaf, "alpha", "beta", "tap", "activation"),
    /** {@link Qif}: tau in steps (2). */
    QIF(UpstrokeNeurons::qif, "tau"),
    /** {@link Eif}: tau in steps (2). */
    EIF(UpstrokeNeurons::eif, "tau"),
    /** {@link Klif}: tau in steps (2), decayInput (true); the gain is learned. */
    KLIF(VariantNeurons::klif, "tau", "decayInput"),
    /** {@link CubaLif}: membraneDecay (0.75), currentDecay (0.5). */
    CUBA_LIF(CurrentNeurons::cubaLif, "membraneDecay", "currentDecay"),
    /** {@link AdaptiveLif}: tau (5) and tauAdaptation (20) in steps, coupling (0), jump (1). */
    ADAPTIVE_LIF(VariantNeurons::adaptiveLif, "tau", "tauAdaptation", "coupling", "jump"),
    /** {@link GatedLif}: steps that have a conductance of their own (1); all constants are learned. */
    GATED_LIF(VariantNeurons::gatedLif, "steps"),
    /** {@link SlidingPsn}: order (2); weights and bias are learned. */
    SLIDING_PSN(VariantNeurons::slidingPsn, "order"),
    /** {@link CurrentLif}: tau (10) and tauSynapse (5) in steps. */
    CURRENT_LIF(CurrentNeurons::currentLif, "tau", "tauSynapse"),
    /** {@link AdaptiveThresholdLif}: tau (10), tauSynapse (5) and tauAdaptation (100) in steps, jump (1.8). */
    ADAPTIVE_THRESHOLD_LIF(CurrentNeurons::adaptiveThresholdLif, "tau", "tauSynapse", "tauAdaptation", "jump"),
    /** {@link Synaptic}: alpha (0.5), beta (0.9). */
    SYNAPTIC(CurrentNeurons::synaptic, "alpha", "beta");

    private final Function<Section, NeuronModel> reader;
    private final List<String> keys;

    NeuronKind(Function<Section, NeuronModel> reader, String... keys) {
        this.reader = reader;
        List<String> all = new ArrayList<>(List.of(keys));
        all.addAll(FiringKeys.KEYS);
        this.keys = List.copyOf(all);
    }

    /** The neuron of a section whose keys are known to be allowed. */
    NeuronModel read(Section section) {
        return reader.apply(section);
    }

    /** The keys of this model. */
    List<String> keys() {
        return keys;
    }
}

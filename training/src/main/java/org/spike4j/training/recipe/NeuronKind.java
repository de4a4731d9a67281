package org.spike4j.training.recipe;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.spike4j.neuron.AdEx;
import org.spike4j.neuron.AdaptiveCurrentLif;
import org.spike4j.neuron.AdaptiveExponentialCurrentLif;
import org.spike4j.neuron.AdaptiveLif;
import org.spike4j.neuron.AdaptiveQif;
import org.spike4j.neuron.AdaptiveThresholdLif;
import org.spike4j.neuron.AlphaLif;
import org.spike4j.neuron.BalancedResonateAndFire;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.ConductanceLif;
import org.spike4j.neuron.CubaLif;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.Eif;
import org.spike4j.neuron.EquationNeuron;
import org.spike4j.neuron.ExponentialCurrentLif;
import org.spike4j.neuron.GatedLif;
import org.spike4j.neuron.HodgkinHuxley;
import org.spike4j.neuron.IntegerLif;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Izhikevich;
import org.spike4j.neuron.Klif;
import org.spike4j.neuron.Lapicque;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.LifPlus;
import org.spike4j.neuron.MembraneLif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.Qif;
import org.spike4j.neuron.RectifiedLeaky;
import org.spike4j.neuron.RefractoryCubaLif;
import org.spike4j.neuron.RefractoryCurrentLif;
import org.spike4j.neuron.ResonateAndFire;
import org.spike4j.neuron.SigmaDelta;
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
    SYNAPTIC(CurrentNeurons::synaptic, "alpha", "beta"),
    /** {@link AlphaLif}: alpha (0.9), beta (0.8). */
    ALPHA_LIF(CurrentNeurons::alphaLif, "alpha", "beta"),
    /** {@link RefractoryCubaLif}: tau (10) and tauSynapse (5) in steps, refractorySteps (5). */
    REFRACTORY_CUBA_LIF(CurrentNeurons::refractoryCubaLif, "tau", "tauSynapse", "refractorySteps"),
    /** {@link RefractoryCurrentLif}: tau (10) and tauSynapse (5) in steps, refractorySteps (5). */
    REFRACTORY_CURRENT_LIF(CurrentNeurons::refractoryCurrentLif, "tau", "tauSynapse", "refractorySteps"),
    /** {@link AdaptiveCurrentLif}: tau (10), tauSynapse (5) and tauAdaptation (100) in steps, jump (0.5). */
    ADAPTIVE_CURRENT_LIF(CurrentNeurons::adaptiveCurrentLif, "tau", "tauSynapse", "tauAdaptation", "jump"),
    /** {@link ExponentialCurrentLif}: tau (10) and tauSynapse (5) in steps, sharpness (0.5). */
    EXPONENTIAL_CURRENT_LIF(UpstrokeNeurons::exponentialCurrentLif, "tau", "tauSynapse", "sharpness"),
    /**
     * {@link AdaptiveExponentialCurrentLif}: tau (10), tauSynapse (5) and tauAdaptation (500) in steps, sharpness (0.5),
     * coupling (4), jump (0.02).
     */
    ADAPTIVE_EXPONENTIAL_CURRENT_LIF(
            UpstrokeNeurons::adaptiveExponentialCurrentLif,
            "tau",
            "tauSynapse",
            "tauAdaptation",
            "sharpness",
            "coupling",
            "jump"),
    /** {@link AdaptiveQif}: tau (2) and tauAdaptation (20) in steps, coupling (0), jump (1). */
    ADAPTIVE_QIF(UpstrokeNeurons::adaptiveQif, "tau", "tauAdaptation", "coupling", "jump"),
    /** {@link Lapicque}: resistance (5), capacitance (1); their product is in steps. */
    LAPICQUE(StepNeurons::lapicque, "resistance", "capacitance"),
    /** {@link RectifiedLeaky}: beta (0.9). */
    RECTIFIED_LEAKY(StepNeurons::rectifiedLeaky, "beta"),
    /** {@link IntegerLif}: tau in steps (2), largest number of spikes in a step (4). */
    INTEGER_LIF(VariantNeurons::integerLif, "tau", "largest"),
    /** {@link ResonateAndFire}: damping (-0.05) and omega (0.4) per step. */
    RESONATE_AND_FIRE(VariantNeurons::resonateAndFire, "damping", "omega"),
    /** {@link BalancedResonateAndFire}: offset (0.02) and omega (0.2) per step, refractoryDecay (0.9). */
    BALANCED_RESONATE_AND_FIRE(VariantNeurons::balancedResonateAndFire, "offset", "omega", "refractoryDecay"),
    /**
     * {@link LifPlus}: kappa (0.5), rest (0), leak and reversal (none), and sections with a kind and its constants:
     * accumulation (none), initiation (instant), triggered (none), refractoriness (none).
     */
    LIF_PLUS(
            LifPlusNeuron::read,
            "kappa",
            "rest",
            "leak",
            "reversal",
            "accumulation",
            "initiation",
            "triggered",
            "refractoriness"),
    /** {@link AdEx}: cell (brette-gerstner), and what to change of it, in mV, ms, pA, nS and pF. */
    AD_EX(
            MembraneNeurons::adEx,
            "cell",
            "capacitance",
            "leak",
            "rest",
            "corner",
            "sharpness",
            "tauAdaptation",
            "coupling",
            "jump",
            "dt",
            "subSteps",
            "scheme"),
    /** {@link Izhikevich}: cell (regular-spiking), and what to change of it, in mV and ms; c is the resetValue. */
    IZHIKEVICH(MembraneNeurons::izhikevich, "cell", "a", "b", "d", "start", "dt", "subSteps"),
    /** {@link HodgkinHuxley}: what to change of the squid axon, in mV, ms, mS / cm^2 and uF / cm^2. */
    HODGKIN_HUXLEY(
            MembraneNeurons::hodgkinHuxley, "capacitance", "sodium", "potassium", "leak", "dt", "subSteps", "scheme"),
    /** {@link ConductanceLif}: what to change of a cell of the cortex, in mV, ms, nS and pF. */
    CONDUCTANCE_LIF(
            MembraneNeurons::conductanceLif,
            "capacitance",
            "leak",
            "rest",
            "tauExcitation",
            "tauInhibition",
            "reversalExcitation",
            "reversalInhibition",
            "dt",
            "subSteps",
            "scheme"),
    /** {@link MembraneLif}: what to change of a cell of the cortex, in mV, ms, pA, nS and pF. */
    MEMBRANE_LIF(
            MembraneNeurons::membraneLif, "capacitance", "leak", "rest", "refractoryTime", "dt", "subSteps", "scheme"),
    /** No neuron: puts out the current as it is, for layers of weights with a normalisation and neurons behind them. */
    NONE(StepNeurons::none, List.of()),
    /** {@link SigmaDelta}: quantum (0.25), activation (relu); it does not spike, and has no common key but what is learned. */
    SIGMA_DELTA(VariantNeurons::sigmaDelta, List.of("quantum", "activation", "learn", "sharing")),
    /** {@link EquationNeuron}: equations, dt in seconds (0.001), subSteps (1), scheme (euler), fires, surrogate. */
    EQUATION(EquationText::read, EquationText.KEYS);

    private final Function<Section, NeuronModel> reader;
    private final List<String> keys;

    /** A model that fires, with its keys beside the common ones. */
    NeuronKind(Function<Section, NeuronModel> reader, String... keys) {
        this(reader, Stream.concat(Stream.of(keys), FiringKeys.KEYS.stream()).toList());
    }

    /** A model with all its keys. */
    NeuronKind(Function<Section, NeuronModel> reader, List<String> keys) {
        this.reader = reader;
        this.keys = keys;
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

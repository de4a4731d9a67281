package org.spike4j.examples.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spike4j.neuron.AdaptiveCurrentLif;
import org.spike4j.neuron.AdaptiveExponentialCurrentLif;
import org.spike4j.neuron.AdaptiveThresholdLif;
import org.spike4j.neuron.ConductanceLif;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.ExponentialCurrentLif;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Izhikevich;
import org.spike4j.neuron.RefractoryCurrentLif;
import org.spike4j.neuron.equation.Scheme;

/** Norse's steps whose neurons are given by equations here; rates there are time constants here. */
final class NorseEquations {
    private static final Binding[] SHARED = {
        Binding.inverse("tau_syn_inv", "tauSynapse"),
        Binding.inverse("tau_mem_inv", "tau"),
        Binding.of("v_leak", "rest"),
        Binding.of("v_th", "threshold"),
        Binding.of("v_reset", "resetValue")
    };
    private static final Set<String> LIF = Set.of("tau_syn_inv", "tau_mem_inv", "v_leak", "v_th", "v_reset", "dt");

    private NorseEquations() {}

    static Map<String, Family> families() {
        Set<String> exponential = with(LIF, "delta_T");
        Set<String> adaptiveExponential = with(exponential, "adaptation_current", "adaptation_spike", "tau_ada_inv");
        Set<String> adaptive = with(LIF, "tau_adapt_inv", "beta");
        Set<String> izhikevich = Set.of("a", "b", "c", "d", "sq", "mn", "bias", "v_th", "tau_inv", "dt");
        Set<String> conductances = Set.of(
                "tau_syn_exc_inv",
                "tau_syn_inh_inv",
                "c_m_inv",
                "g_l",
                "e_rev_I",
                "e_rev_E",
                "v_rest",
                "v_reset",
                "v_thresh",
                "dt");
        return Map.of(
                "lif_feed_forward_step", new Family(LIF, NorseEquations::current),
                "lif_step", new Family(with(LIF, "w_in", "w_rec"), recurrent(NorseEquations::current)),
                "lif_ex_feed_forward_step", new Family(exponential, NorseEquations::exponential),
                "lif_adex_feed_forward_step", new Family(adaptiveExponential, NorseEquations::adaptiveExponential),
                "lif_refrac_feed_forward_step", new Family(with(LIF, "rho_reset"), NorseEquations::refractory),
                "lsnn_feed_forward_step", new Family(adaptive, NorseEquations::threshold),
                "lsnn_step", new Family(with(adaptive, "w_in", "w_rec"), recurrent(NorseEquations::threshold)),
                "ada_lif_step", new Family(with(adaptive, "w_in", "w_rec"), recurrent(NorseEquations::adaptive)),
                "izhikevich_feed_forward_step", new Family(izhikevich, NorseEquations::izhikevich),
                "coba_lif_feed_forward_step", new Family(conductances, NorseEquations::conductances));
    }

    private interface NeuronAdapter {
        Optional<NeuronCase> adapt(CaseFile file) throws CaseFormatException;
    }

    /** W_in x from outside, and W_rec s of the step before. */
    private static Family.Adapter recurrent(NeuronAdapter neuron) {
        return file -> {
            int neurons = file.params().length("w_rec");
            double[] outside = file.params().array("w_in", neurons, file.columns());
            Feedback feedback = Feedback.matrix(file.params().array("w_rec", neurons, neurons), "w_rec");
            return neuron.adapt(file)
                    .map(one ->
                            one.withInlet(Inlet.of(outside, neurons, "w_in")).withFeedback(feedback));
        };
    }

    private static Optional<NeuronCase> current(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        double tau = 1 / p.number("tau_mem_inv");
        double tauSynapse = 1 / p.number("tau_syn_inv");
        double dt = p.number("dt");
        double rest = p.number("v_leak");
        return firing(file)
                .map(firing -> new CurrentLif(tau, tauSynapse, dt, rest, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "v", SHARED).withStates("v", "i"));
    }

    private static Optional<NeuronCase> exponential(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        double tau = 1 / p.number("tau_mem_inv");
        double tauSynapse = 1 / p.number("tau_syn_inv");
        double dt = p.number("dt");
        double rest = p.number("v_leak");
        double sharpness = p.number("delta_T");
        return firing(file)
                .map(firing -> new ExponentialCurrentLif(tau, tauSynapse, dt, rest, sharpness, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "v", and(Binding.of("delta_T", "sharpness")))
                        .withStates("v", "i"));
    }

    private static Optional<NeuronCase> adaptiveExponential(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        AdaptiveExponentialCurrentLif neuron = new AdaptiveExponentialCurrentLif(
                1 / p.number("tau_mem_inv"),
                1 / p.number("tau_syn_inv"),
                1 / p.number("tau_ada_inv"),
                p.number("dt"),
                p.number("v_leak"),
                p.number("delta_T"),
                p.number("adaptation_current"),
                p.number("adaptation_spike"),
                Firing.standard(),
                List.of());
        Binding[] bindings = and(
                Binding.of("delta_T", "sharpness"),
                Binding.inverse("tau_ada_inv", "tauAdaptation"),
                Binding.of("adaptation_current", "coupling"),
                Binding.of("adaptation_spike", "jump"));
        return firing(file)
                .map(firing -> NeuronCase.spiking(neuron.withFiring(firing), "v", bindings)
                        .withStates("v", "i", "a"));
    }

    private static Optional<NeuronCase> refractory(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        RefractoryCurrentLif neuron = new RefractoryCurrentLif(
                1 / p.number("tau_mem_inv"),
                1 / p.number("tau_syn_inv"),
                p.number("dt"),
                p.number("v_leak"),
                p.number("rho_reset"),
                Firing.standard(),
                List.of());
        return firing(file)
                .map(firing -> NeuronCase.spiking(neuron.withFiring(firing), "v", SHARED)
                        .withStates("v", "i", "rho"));
    }

    private static Optional<NeuronCase> threshold(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        AdaptiveThresholdLif neuron = new AdaptiveThresholdLif(
                1 / p.number("tau_mem_inv"),
                1 / p.number("tau_syn_inv"),
                1 / p.number("tau_adapt_inv"),
                p.number("dt"),
                p.number("v_leak"),
                p.number("beta"),
                Firing.standard(),
                List.of());
        return firing(file)
                .map(firing -> NeuronCase.spiking(neuron.withFiring(firing), "v", adaptation())
                        .withStates("v", "i", "b"));
    }

    private static Optional<NeuronCase> adaptive(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        AdaptiveCurrentLif neuron = new AdaptiveCurrentLif(
                1 / p.number("tau_mem_inv"),
                1 / p.number("tau_syn_inv"),
                1 / p.number("tau_adapt_inv"),
                p.number("dt"),
                p.number("v_leak"),
                p.number("beta"),
                Firing.standard(),
                List.of());
        return firing(file)
                .map(firing -> NeuronCase.spiking(neuron.withFiring(firing), "v", adaptation())
                        .withStates("v", "i", "b"));
    }

    /** Time is in ms there; tau_inv dt is the step. */
    private static Optional<NeuronCase> izhikevich(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        Izhikevich neuron = new Izhikevich(
                p.number("a"),
                p.number("b"),
                p.number("d"),
                p.number("sq"),
                p.number("mn"),
                p.number("bias"),
                file.fields().object("initial_state").number("v"),
                p.number("tau_inv") * p.number("dt"),
                1,
                Firing.standard(),
                List.of());
        return Firings.of(file, p.number("v_th"), p.number("c"))
                .map(firing -> NeuronCase.spiking(
                                neuron.withFiring(firing),
                                "v",
                                Binding.of("a", "a"),
                                Binding.of("b", "b"),
                                Binding.of("c", "resetValue"),
                                Binding.of("d", "d"),
                                Binding.of("v_th", "threshold"))
                        .withStates("v", "u"));
    }

    private static Optional<NeuronCase> conductances(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        ConductanceLif neuron = new ConductanceLif(
                1 / p.number("c_m_inv"),
                p.number("g_l"),
                p.number("v_rest"),
                1 / p.number("tau_syn_exc_inv"),
                1 / p.number("tau_syn_inh_inv"),
                p.number("e_rev_E"),
                p.number("e_rev_I"),
                p.number("dt"),
                1,
                Scheme.EULER,
                Firing.standard(),
                List.of());
        return Firings.of(file, p.number("v_thresh"), p.number("v_reset"))
                .map(firing -> NeuronCase.spiking(
                                neuron.withFiring(firing),
                                "v",
                                Binding.inverse("tau_syn_exc_inv", "tauExcitation"),
                                Binding.inverse("tau_syn_inh_inv", "tauInhibition"),
                                Binding.inverse("c_m_inv", "capacitance"),
                                Binding.of("g_l", "leak"),
                                Binding.of("v_thresh", "threshold"))
                        .withStates("v", "g_e", "g_i"));
    }

    private static Optional<Firing> firing(CaseFile file) throws CaseFormatException {
        return Firings.of(file, file.params().number("v_th"), file.params().number("v_reset"));
    }

    private static Binding[] adaptation() {
        return and(Binding.inverse("tau_adapt_inv", "tauAdaptation"), Binding.of("beta", "jump"));
    }

    private static Binding[] and(Binding... own) {
        return Stream.concat(Stream.of(SHARED), Stream.of(own)).toArray(Binding[]::new);
    }

    private static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toSet());
    }
}

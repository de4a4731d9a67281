package org.spike4j.examples.conform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spike4j.neuron.AdaptiveQif;
import org.spike4j.neuron.CubaLif;
import org.spike4j.neuron.Eif;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.GatedLif;
import org.spike4j.neuron.IntegerLif;
import org.spike4j.neuron.Klif;
import org.spike4j.neuron.Qif;
import org.spike4j.neuron.SlidingPsn;
import org.spike4j.neuron.equation.Scheme;

/** SpikingJelly's nodes beyond the integrate-and-fire family. Time is in steps; v starts at v_reset, 0 for a subtraction. */
final class SpikingJellyEquations {
    private static final Binding THRESHOLD = Binding.of("v_threshold", "threshold");

    private static final Set<String> GATED =
            Set.of("T", "alpha", "beta", "gamma", "tau", "v_threshold", "linear_decay", "v_subreset", "conduct");

    private SpikingJellyEquations() {}

    static Map<String, Family> families() {
        Set<String> quadratic = Set.of("tau", "v_c", "a0", "v_threshold", "v_rest", "v_reset", "detach_reset");
        Set<String> exponential =
                Set.of("tau", "delta_T", "theta_rh", "v_threshold", "v_rest", "v_reset", "detach_reset");
        Set<String> adaptive = Set.of(
                "tau", "v_c", "a0", "v_threshold", "v_rest", "v_reset", "detach_reset", "w_rest", "tau_w", "a", "b");
        Set<String> rectified =
                Set.of("scale_reset", "tau", "decay_input", "v_threshold", "v_reset", "k", "detach_reset");
        return Map.of(
                "QIFNode", new Family(quadratic, SpikingJellyEquations::quadratic),
                "EIFNode", new Family(exponential, SpikingJellyEquations::exponential),
                "IzhikevichNode", new Family(adaptive, SpikingJellyEquations::adaptive),
                "KLIFNode", new Family(rectified, SpikingJellyEquations::rectified),
                "CUBALIFNode",
                        new Family(
                                Set.of("c_decay", "v_decay", "v_threshold", "v_reset"), SpikingJellyEquations::current),
                "GatedLIFNode", new Family(GATED, SpikingJellyEquations::gated),
                "SlidingPSN", new Family(Set.of("weight", "bias", "k"), SpikingJellyEquations::sliding),
                "ILIFNode",
                        new Family(
                                Set.of("tau", "v_threshold", "max_spike_count", "detach_reset"),
                                SpikingJellyEquations::integer));
    }

    private static Optional<Firing> firing(CaseFile file) throws CaseFormatException {
        return SpikingJellyNeurons.firing(file);
    }

    private static Optional<NeuronCase> quadratic(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        double tau = p.number("tau");
        double curvature = p.number("a0");
        double rest = p.number("v_rest");
        double critical = p.number("v_c");
        return firing(file)
                .map(firing -> new Qif(tau, 1, 1, Scheme.EULER, curvature, rest, critical, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "v", THRESHOLD));
    }

    private static Optional<NeuronCase> exponential(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        double tau = p.number("tau");
        double sharpness = p.number("delta_T");
        double rheobase = p.number("theta_rh");
        double rest = p.number("v_rest");
        return firing(file)
                .map(firing -> new Eif(tau, 1, 1, Scheme.EULER, sharpness, rheobase, rest, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "v", THRESHOLD));
    }

    private static Optional<NeuronCase> adaptive(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        AdaptiveQif neuron = new AdaptiveQif(
                p.number("tau"),
                p.number("tau_w"),
                1,
                p.number("a0"),
                p.number("v_rest"),
                p.number("v_c"),
                p.number("a"),
                p.number("b"),
                p.number("w_rest"),
                Firing.standard(),
                List.of());
        return firing(file)
                .map(firing -> NeuronCase.spiking(neuron.withFiring(firing), "v", THRESHOLD)
                        .withStates("v", "w"));
    }

    private static Optional<NeuronCase> rectified(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        Klif neuron = new Klif(
                p.number("tau"),
                1,
                p.flag("decay_input", true),
                p.number("v_reset", 0),
                p.number("k"),
                p.flag("scale_reset", false),
                Firing.standard(),
                List.of());
        return firing(file)
                .map(firing -> NeuronCase.spiking(neuron.withFiring(firing), "v", THRESHOLD, Binding.of("k", "gain")));
    }

    private static Optional<NeuronCase> current(CaseFile file) throws CaseFormatException {
        CubaLif neuron = CubaLif.withDecays(
                file.params().number("v_decay"), file.params().number("c_decay"));
        return firing(file)
                .map(firing -> NeuronCase.spiking(neuron.withFiring(firing), "v", THRESHOLD)
                        .withStates("v", "c"));
    }

    private static Optional<NeuronCase> integer(CaseFile file) throws CaseFormatException {
        IntegerLif neuron = IntegerLif.withTauInSteps(
                file.params().number("tau"), file.params().count("max_spike_count"));
        return firing(file).map(firing -> NeuronCase.spiking(neuron.withFiring(firing), "v", THRESHOLD));
    }

    /** Its parameters are logits; the threshold is one too. */
    private static Optional<NeuronCase> gated(CaseFile file) throws CaseFormatException {
        int steps = file.params().count("T");
        List<Binding> bindings = new ArrayList<>(List.of(
                Binding.logistic("alpha", "leakGate"),
                Binding.logistic("beta", "inputGate"),
                Binding.logistic("gamma", "resetGate"),
                Binding.logistic("tau", "decay"),
                Binding.logistic("linear_decay", "linearLeak"),
                Binding.logistic("v_subreset", "linearReset"),
                Binding.logistic("v_threshold", "threshold")));
        for (int t = 0; t < steps; t++) {
            bindings.add(Binding.logistic("conduct", "conductance" + (t + 1)).part(t, steps));
        }
        double[] first = new double[bindings.size()];
        for (int k = 0; k < first.length; k++) {
            first[k] = bindings.get(k).values(bindings.get(k).read(file.params(), file.columns()))[0];
        }
        List<Double> conductances =
                Arrays.stream(first).skip(first.length - steps).boxed().toList();
        return Firings.of(file, first[6], 0)
                .map(firing -> new GatedLif(
                        first[0], first[1], first[2], first[3], first[4], first[5], conductances, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "v", bindings.toArray(Binding[]::new))
                        .withStates("v", "spike"));
    }

    private static Optional<NeuronCase> sliding(CaseFile file) throws CaseFormatException {
        int order = file.params().count("k");
        List<Double> weights =
                Arrays.stream(file.params().array("weight", order)).boxed().toList();
        double bias = file.params().number("bias");
        List<Binding> bindings = new ArrayList<>(List.of(Binding.of("bias", "bias")));
        for (int k = 0; k < order; k++) {
            bindings.add(Binding.of("weight", "weight" + (k + 1)).part(k, order));
        }
        return Firings.of(file, 0, 0)
                .map(firing -> new SlidingPsn(weights, bias, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "v", bindings.toArray(Binding[]::new))
                        .withStates());
    }
}

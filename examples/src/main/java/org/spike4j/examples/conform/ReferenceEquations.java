package org.spike4j.examples.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spike4j.neuron.AdaptiveLif;
import org.spike4j.neuron.BalancedResonateAndFire;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.RefractoryCubaLif;
import org.spike4j.neuron.ResetTiming;
import org.spike4j.neuron.ResonateAndFire;

/** Equations beyond the integrate-and-fire family that were differentiated as they stand; time is in steps. */
final class ReferenceEquations {
    private static final Binding THRESHOLD = Binding.of("theta", "threshold");

    private ReferenceEquations() {}

    static Map<String, Family> families() {
        Set<String> resonant = Set.of("b", "b_offset", "omega", "theta", "gamma", "dt");
        return Map.of(
                "adLIF", new Family(Set.of("tau_m", "tau_w", "a", "b", "theta"), ReferenceEquations::adaptive),
                "CUBA LIF with refractory period",
                        new Family(
                                Set.of("tau_s", "tau_m", "theta", "n_refractory", "v_reset"),
                                ReferenceEquations::refractory),
                "resonate-and-fire",
                        new Family(resonant, file -> file.params().has("b_offset") ? balanced(file) : resonating(file)),
                "BIDL LIF+", LifPlusCases.family());
    }

    private static Optional<NeuronCase> adaptive(CaseFile file) throws CaseFormatException {
        AdaptiveLif neuron = AdaptiveLif.withTausInSteps(
                file.constant("tau_m")[0], file.constant("tau_w")[0], file.constant("a")[0], file.constant("b")[0]);
        return Firings.of(file, file.constant("theta")[0], 0)
                .map(firing -> NeuronCase.spiking(
                                neuron.withFiring(firing),
                                "v",
                                THRESHOLD,
                                Binding.of("tau_m", "tau"),
                                Binding.of("tau_w", "tauAdaptation"),
                                Binding.of("a", "coupling"),
                                Binding.of("b", "jump"))
                        .withStates(adaptiveStates(firing)));
    }

    private static String[] adaptiveStates(Firing firing) {
        boolean delayed = firing.reset().timing() == ResetTiming.NEXT_STEP;
        return delayed ? new String[] {"u", "w", "q"} : new String[] {"v", "w"};
    }

    private static Optional<NeuronCase> refractory(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        RefractoryCubaLif neuron =
                RefractoryCubaLif.withTausInSteps(p.number("tau_m"), p.number("tau_s"), (int) p.number("n_refractory"));
        return Firings.of(file, p.number("theta"), p.number("v_reset", 0))
                .map(firing -> NeuronCase.spiking(
                                neuron.withFiring(firing),
                                "v",
                                THRESHOLD,
                                Binding.of("tau_m", "tau"),
                                Binding.of("tau_s", "tauSynapse"),
                                Binding.of("v_reset", "resetValue"))
                        .withStates("v", "i", "c"));
    }

    private static Optional<NeuronCase> resonating(CaseFile file) throws CaseFormatException {
        ResonateAndFire neuron = ResonateAndFire.of(
                file.constant("b")[0], file.constant("omega")[0], file.params().number("dt"));
        return Firings.of(file, file.params().number("theta"), 0)
                .map(firing -> NeuronCase.spiking(
                                neuron.withFiring(firing),
                                "re",
                                THRESHOLD,
                                Binding.of("b", "damping"),
                                Binding.of("omega", "omega"),
                                Binding.of("dt", "dt"))
                        .withStates("re", "im"));
    }

    private static Optional<NeuronCase> balanced(CaseFile file) throws CaseFormatException {
        double offset = file.constant("b_offset")[0];
        double omega = file.constant("omega")[0];
        double dt = file.params().number("dt");
        double decay = file.params().number("gamma");
        return Firings.of(file, file.params().number("theta"), 0)
                .map(firing -> NeuronCase.spiking(
                                new BalancedResonateAndFire(offset, omega, dt, decay, firing, List.of()),
                                "re",
                                THRESHOLD,
                                Binding.of("b_offset", "offset"),
                                Binding.of("omega", "omega"),
                                Binding.of("gamma", "refractoryDecay"),
                                Binding.of("dt", "dt"))
                        .withStates("re", "im", "r"));
    }
}

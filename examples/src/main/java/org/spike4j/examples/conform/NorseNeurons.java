package org.spike4j.examples.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Integration;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Lif;

/** Norse's steps: time in seconds, forward Euler, rates in place of time constants. */
final class NorseNeurons {
    private static final Binding TAU = Binding.inverse("tau_mem_inv", "tau");
    private static final Binding REST = Binding.of("v_leak", "rest");
    private static final Binding THRESHOLD = Binding.of("v_th", "threshold");
    private static final Binding RESET_VALUE = Binding.of("v_reset", "resetValue");

    private NorseNeurons() {}

    static Map<String, Family> families() {
        Set<String> box = Set.of("tau_mem_inv", "v_leak", "v_th", "v_reset", "dt", "reset_method");
        return Map.of(
                "lif_box_feed_forward_step", new Family(box, NorseNeurons::box),
                "iaf_feed_forward_step", new Family(Set.of("v_th", "v_reset", "dt"), NorseNeurons::integrate),
                "li_feed_forward_step",
                        new Family(Set.of("tau_syn_inv", "tau_mem_inv", "v_leak", "dt"), NorseNeurons::leaky),
                "li_box_feed_forward_step", new Family(Set.of("tau_mem_inv", "v_leak", "dt"), NorseNeurons::leakyBox));
    }

    private static Optional<NeuronCase> box(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        double tau = 1 / p.number("tau_mem_inv");
        double dt = p.number("dt");
        double rest = p.number("v_leak");
        return Firings.of(file, p.number("v_th"), p.number("v_reset"))
                .map(firing -> new Lif(tau, dt, Integration.EULER, true, rest, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "v", TAU, REST, THRESHOLD, RESET_VALUE));
    }

    private static Optional<NeuronCase> integrate(CaseFile file) throws CaseFormatException {
        return Firings.of(file, file.params().number("v_th"), file.params().number("v_reset"))
                .map(firing -> IntegrateAndFire.standard().withFiring(firing))
                .map(neuron -> NeuronCase.spiking(neuron, "v", THRESHOLD, RESET_VALUE));
    }

    private static Optional<NeuronCase> leaky(CaseFile file) throws CaseFormatException {
        LeakyIntegrator model = integrator(file, 1 / file.params().number("tau_syn_inv"));
        Binding synapse = Binding.inverse("tau_syn_inv", "tauSynapse");
        return Optional.of(NeuronCase.integrating(model, TAU, REST, synapse).withStates("v", "i"));
    }

    private static Optional<NeuronCase> leakyBox(CaseFile file) throws CaseFormatException {
        return Optional.of(NeuronCase.integrating(integrator(file, 0), TAU, REST));
    }

    private static LeakyIntegrator integrator(CaseFile file, double tauSynapse) throws CaseFormatException {
        Fields p = file.params();
        return new LeakyIntegrator(
                1 / p.number("tau_mem_inv"),
                p.number("dt"),
                Integration.EULER,
                true,
                p.number("v_leak"),
                tauSynapse,
                List.of());
    }
}

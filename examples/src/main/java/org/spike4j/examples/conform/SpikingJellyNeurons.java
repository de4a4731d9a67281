package org.spike4j.examples.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Integration;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.Tap;

/** SpikingJelly's nodes. Time is in steps; v_reset is the reset value and the rest, null for a subtraction from 0. */
final class SpikingJellyNeurons {
    private static final Binding THRESHOLD = Binding.of("v_threshold", "threshold");

    private SpikingJellyNeurons() {}

    static Map<String, Family> families() {
        Set<String> lif = Set.of("tau", "decay_input", "v_threshold", "v_reset", "detach_reset");
        Set<String> liaf =
                Set.of("tau", "decay_input", "v_threshold", "v_reset", "detach_reset", "act", "threshold_related");
        return Map.of(
                "IFNode", new Family(Set.of("v_threshold", "v_reset", "detach_reset"), SpikingJellyNeurons::integrate),
                "LIFNode", new Family(lif, file -> lif(file).map(neuron -> neuronCase(neuron))),
                "ParametricLIFNode",
                        new Family(
                                Set.of("init_tau", "decay_input", "v_threshold", "v_reset", "detach_reset"),
                                SpikingJellyNeurons::parametric),
                "LIAFNode", new Family(liaf, SpikingJellyNeurons::analog),
                "NonSpikingIFNode",
                        new Family(Set.of(), file -> Optional.of(NeuronCase.integrating(LeakyIntegrator.perfect()))),
                "NonSpikingLIFNode", new Family(Set.of("tau"), SpikingJellyNeurons::leaky));
    }

    private static NeuronCase neuronCase(Lif neuron) {
        return NeuronCase.spiking(neuron, "v", Binding.of("tau", "tau"), THRESHOLD);
    }

    static Optional<Firing> firing(CaseFile file) throws CaseFormatException {
        return Firings.of(file, file.params().number("v_threshold"), rest(file));
    }

    private static double rest(CaseFile file) throws CaseFormatException {
        return file.params().number("v_reset", 0);
    }

    private static Optional<NeuronCase> integrate(CaseFile file) throws CaseFormatException {
        return firing(file)
                .map(firing -> NeuronCase.spiking(IntegrateAndFire.standard().withFiring(firing), "v", THRESHOLD));
    }

    private static Optional<Lif> lif(CaseFile file) throws CaseFormatException {
        double tau = file.params().number("tau");
        boolean decayInput = file.params().flag("decay_input", true);
        double rest = rest(file);
        return firing(file)
                .map(firing -> Lif.withTauInSteps(tau)
                        .withDecayInput(decayInput)
                        .withRest(rest)
                        .withFiring(firing));
    }

    private static Optional<NeuronCase> parametric(CaseFile file) throws CaseFormatException {
        double tau = file.params().number("init_tau");
        boolean decayInput = file.params().flag("decay_input", true);
        double rest = rest(file);
        return firing(file)
                .map(firing -> ParametricLif.withInitialTauInSteps(tau)
                        .withDecayInput(decayInput)
                        .withRest(rest)
                        .withFiring(firing))
                .map(neuron -> NeuronCase.spiking(neuron, "v", Binding.of("w", "w"), THRESHOLD));
    }

    private static Optional<NeuronCase> analog(CaseFile file) throws CaseFormatException {
        Optional<Activation> activation = Activations.of(file.params().text("act"));
        Tap tap = file.params().flag("threshold_related", false) ? Tap.DISTANCE : Tap.MEMBRANE;
        return lif(file)
                .flatMap(neuron ->
                        activation.map(act -> neuronCase(neuron).withModel(new Liaf(neuron, tap, act), "output")));
    }

    private static Optional<NeuronCase> leaky(CaseFile file) throws CaseFormatException {
        LeakyIntegrator model =
                new LeakyIntegrator(file.params().number("tau"), 1, Integration.EULER, true, 0, 0, List.of());
        return Optional.of(NeuronCase.integrating(model, Binding.of("tau", "tau")));
    }
}

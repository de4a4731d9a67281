package org.spike4j.examples.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spike4j.layers.Reduction;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.Integration;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.Tap;

/** Equations that were differentiated as they stand, without a library of neurons; time is in steps. */
final class ReferenceNeurons {
    /** BIDL's o1 to o4. */
    private static final List<Tap> TAPS = List.of(Tap.MEMBRANE, Tap.DISTANCE, Tap.RESET, Tap.CARRIED);

    private static final Map<String, Reduction> REDUCTIONS = Map.of(
            "mean", Reduction.MEAN,
            "last", Reduction.LAST,
            "max", Reduction.MAX,
            "softmax_sum", Reduction.SUM_OF_SOFTMAX);

    private ReferenceNeurons() {}

    static Map<String, Family> families() {
        Set<String> bidl = Set.of(
                "alpha", "beta", "theta", "v0", "gamma", "bias", "eps", "normalisation", "running_mean", "running_var");
        Set<String> analog = Set.of("alpha", "beta", "theta", "v0", "tap", "act");
        return Map.of(
                "LIF", new Family(Set.of("tau", "theta"), ReferenceNeurons::lif),
                "recurrent LIF", new Family(Set.of("tau", "theta", "W"), ReferenceNeurons::recurrent),
                "leaky integrator", new Family(Set.of("tau", "scaled", "reduction"), ReferenceNeurons::integrator),
                "BIDL LIF", new Family(bidl, ReferenceNeurons::spikingBidl),
                "BIDL LIAF", new Family(analog, ReferenceNeurons::analog));
    }

    private static Optional<NeuronCase> lif(CaseFile file) throws CaseFormatException {
        double tau = file.constant("tau")[0];
        return Firings.of(file, file.constant("theta")[0], 0)
                .map(firing -> Lif.withTauInSteps(tau)
                        .withIntegration(Integration.EXACT)
                        .withFiring(firing))
                .map(neuron ->
                        NeuronCase.spiking(neuron, "v", Binding.of("tau", "tau"), Binding.of("theta", "threshold")));
    }

    private static Optional<NeuronCase> recurrent(CaseFile file) throws CaseFormatException {
        double tau = file.constant("tau")[0];
        Feedback feedback = Feedback.matrix(file.params().array("W", file.columns(), file.columns()), "W");
        return Firings.of(file, file.constant("theta")[0], 0)
                .map(firing -> new Lif(tau, 1, Integration.EXACT, false, 0, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(
                                neuron, "v", Binding.of("tau", "tau"), Binding.of("theta", "threshold"))
                        .withTap("q", Tap.SPIKE)
                        .withFeedback(feedback));
    }

    private static Optional<NeuronCase> integrator(CaseFile file) throws CaseFormatException {
        boolean scaled = file.params().flag("scaled", false);
        LeakyIntegrator model =
                new LeakyIntegrator(file.constant("tau")[0], 1, Integration.EXACT, scaled, 0, 0, List.of());
        NeuronCase neuron = NeuronCase.integrating(model, Binding.of("tau", "tau"));
        String reduction = file.params().text("reduction", "none");
        return reduction.equals("none")
                ? Optional.of(neuron)
                : Optional.ofNullable(REDUCTIONS.get(reduction)).map(neuron::reducedBy);
    }

    private static Optional<BidlLif> bidl(CaseFile file) throws CaseFormatException {
        double alpha = file.constant("alpha")[0];
        double beta = file.constant("beta")[0];
        return Firings.of(file, file.constant("theta")[0], file.constant("v0")[0])
                .map(firing -> new BidlLif(alpha, beta, firing, List.of()));
    }

    private static Optional<? extends CaseCheck> spikingBidl(CaseFile file) throws CaseFormatException {
        Optional<BidlLif> neuron = bidl(file);
        if (neuron.isPresent() && file.params().has("normalisation")) {
            return HomeostaticCase.of(file, neuron.get());
        }
        return neuron.map(ReferenceNeurons::bidlCase);
    }

    private static NeuronCase bidlCase(BidlLif neuron) {
        return NeuronCase.spiking(
                        neuron,
                        "v",
                        Binding.of("alpha", "alpha"),
                        Binding.of("beta", "beta"),
                        Binding.of("theta", "threshold"),
                        Binding.of("v0", "resetValue"))
                .withTap("r", Tap.RESET);
    }

    private static Optional<NeuronCase> analog(CaseFile file) throws CaseFormatException {
        int tap = file.params().count("tap");
        if (tap > TAPS.size()) {
            throw file.params().wrong("tap", "1 to " + TAPS.size());
        }
        Optional<Activation> activation = Activations.of(file.params().text("act"));
        return bidl(file)
                .flatMap(neuron -> activation.map(act ->
                        bidlCase(neuron).withModel(new Liaf(neuron, TAPS.get(tap - 1), act), "output")));
    }
}

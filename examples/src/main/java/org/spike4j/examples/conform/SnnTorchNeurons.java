package org.spike4j.examples.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.ResetMode;

/** snnTorch's neurons, whose decay is given by the step, and whose reset acts in the next one. */
final class SnnTorchNeurons {
    private SnnTorchNeurons() {}

    static Map<String, Family> families() {
        Set<String> leaky = Set.of(
                "beta",
                "threshold",
                "learn_beta",
                "learn_threshold",
                "reset_mechanism",
                "reset_delay",
                "graded_spikes_factor",
                "learn_graded_spikes_factor",
                "inhibition");
        Set<String> recurrent = Set.of(
                "beta",
                "threshold",
                "learn_beta",
                "learn_threshold",
                "reset_mechanism",
                "reset_delay",
                "linear_features",
                "all_to_all",
                "recurrent.weight",
                "recurrent.bias",
                "V");
        return Map.of(
                "RLeaky", new Family(recurrent, SnnTorchNeurons::recurrent),
                "Leaky", new Family(leaky, SnnTorchNeurons::leaky));
    }

    private static Optional<NeuronCase> leaky(CaseFile file) throws CaseFormatException {
        double beta = file.constant("beta")[0];
        double amplitude = file.params().number("graded_spikes_factor", 1);
        boolean inhibited = file.params().flag("inhibition", false);
        Optional<Firing> firing = Firings.of(file, file.constant("threshold")[0], 0);
        return firing.map(f -> new Leaky(beta, amplitude, f, List.of()))
                .map(neuron -> NeuronCase.spiking(
                        inhibited ? Inhibited.of(neuron) : neuron,
                        "mem",
                        Binding.of("beta", "beta"),
                        Binding.of("threshold", "threshold"),
                        Binding.of("graded_spikes_factor", "amplitude")));
    }

    /** A reset to zero in the next step also drops that step's input, as Synaptic does and Leaky does not. */
    private static Optional<NeuronCase> recurrent(CaseFile file) throws CaseFormatException {
        double beta = file.constant("beta")[0];
        Feedback feedback = feedback(file);
        Optional<Firing> firing = Firings.of(file, file.constant("threshold")[0], 0);
        if (firing.isPresent() && firing.get().reset().mode() == ResetMode.TO_VALUE) {
            return SnnTorchEquations.synaptic(file, 0)
                    .map(neuron -> neuron.withStates("mem").withFeedback(feedback));
        }
        return firing.map(f -> new Leaky(beta, 1, f, List.of()))
                .map(neuron -> NeuronCase.spiking(
                                neuron, "mem", Binding.of("beta", "beta"), Binding.of("threshold", "threshold"))
                        .withFeedback(feedback));
    }

    static Feedback feedback(CaseFile file) throws CaseFormatException {
        int columns = file.columns();
        if (!file.params().flag("all_to_all", true)) {
            return Feedback.diagonal(file.constant("V"), columns, "recurrent.V");
        }
        return Feedback.matrix(file.params().array("recurrent.weight", columns, columns), "recurrent.weight")
                .withBias(file.params().array("recurrent.bias", columns), "recurrent.bias");
    }
}

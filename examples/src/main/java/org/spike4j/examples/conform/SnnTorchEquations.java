package org.spike4j.examples.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spike4j.neuron.AlphaLif;
import org.spike4j.neuron.Lapicque;
import org.spike4j.neuron.RectifiedLeaky;
import org.spike4j.neuron.Synaptic;

/** snnTorch's neurons that are given by equations here. */
final class SnnTorchEquations {
    private static final Binding ALPHA = Binding.of("alpha", "alpha");
    private static final Binding BETA = Binding.of("beta", "beta");
    private static final Binding THRESHOLD = Binding.of("threshold", "threshold");

    private SnnTorchEquations() {}

    static Map<String, Family> families() {
        Set<String> lapicque = Set.of("beta", "threshold", "time_step", "R", "C", "reset_mechanism");
        Set<String> alpha = Set.of("alpha", "beta", "threshold", "learn_threshold", "reset_mechanism");
        Set<String> synaptic = Set.of(
                "alpha",
                "beta",
                "threshold",
                "learn_alpha",
                "learn_beta",
                "learn_threshold",
                "reset_mechanism",
                "reset_delay");
        Set<String> recurrent = Set.of(
                "alpha",
                "beta",
                "threshold",
                "learn_alpha",
                "learn_beta",
                "learn_threshold",
                "reset_mechanism",
                "linear_features",
                "all_to_all",
                "recurrent.weight",
                "recurrent.bias",
                "V");
        Set<String> parallel = Set.of("beta", "threshold", "weight_ih_l0", "bias_ih_l0", "weight_hh_l0", "bias_hh_l0");
        return Map.of(
                "Lapicque", new Family(lapicque, SnnTorchEquations::lapicque),
                "Alpha", new Family(alpha, SnnTorchEquations::alpha),
                "Synaptic", new Family(synaptic, SnnTorchEquations::synaptic),
                "RSynaptic", new Family(recurrent, SnnTorchEquations::recurrent),
                "LeakyParallel", new Family(parallel, SnnTorchEquations::parallel));
    }

    /** Of R, C and beta those that are not given follow from R C = time_step / ln(1 / beta); R is 1 if both are missing. */
    private static Optional<NeuronCase> lapicque(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        double dt = p.number("time_step");
        double product = p.has("beta") ? dt / Math.log(1 / p.number("beta")) : p.number("R") * p.number("C");
        double resistance = p.has("R") ? p.number("R") : p.has("C") ? product / p.number("C") : 1;
        double capacitance = p.number("C", product / resistance);
        return Firings.of(file, p.number("threshold"), 0)
                .map(firing -> new Lapicque(resistance, capacitance, dt, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "mem", THRESHOLD));
    }

    private static Optional<NeuronCase> alpha(CaseFile file) throws CaseFormatException {
        double alpha = file.params().number("alpha");
        double beta = file.params().number("beta");
        return Firings.of(file, file.params().number("threshold"), 0)
                .map(firing -> new AlphaLif(alpha, beta, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "mem", ALPHA, BETA, THRESHOLD)
                        .withStates("mem", "syn_exc", "syn_inh"));
    }

    private static Optional<NeuronCase> synaptic(CaseFile file) throws CaseFormatException {
        return synaptic(file, file.params().number("alpha"));
    }

    /** RLeaky is the same neuron with an alpha of 0. */
    static Optional<NeuronCase> synaptic(CaseFile file, double alpha) throws CaseFormatException {
        double beta = file.params().number("beta");
        return Firings.of(file, file.params().number("threshold"), 0)
                .map(firing -> new Synaptic(alpha, beta, firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "mem", ALPHA, BETA, THRESHOLD)
                        .withStates("mem", "syn"));
    }

    private static Optional<NeuronCase> recurrent(CaseFile file) throws CaseFormatException {
        Feedback feedback = SnnTorchNeurons.feedback(file);
        return synaptic(file).map(neuron -> neuron.withFeedback(feedback));
    }

    /** With a diagonal recurrent matrix these are neurons of their own; else their membranes are fed back. */
    private static Optional<? extends CaseCheck> parallel(CaseFile file) throws CaseFormatException {
        Fields p = file.params();
        int neurons = p.length("weight_hh_l0");
        double[] recurrent = p.array("weight_hh_l0", neurons, neurons);
        double[] weights = p.array("weight_ih_l0", neurons, file.columns());
        double[] bias = p.array("bias_ih_l0", neurons);
        double[] second = p.array("bias_hh_l0", neurons);
        for (int k = 0; k < neurons; k++) {
            bias[k] += second[k];
        }
        Inlet inlet = new Inlet(weights, bias, "weight_ih_l0", List.of("bias_ih_l0", "bias_hh_l0"));
        for (int k = 0; k < recurrent.length; k++) {
            if (k / neurons != k % neurons && recurrent[k] != 0) {
                Feedback feedback = Feedback.matrix(recurrent, "weight_hh_l0");
                return Firings.of(file, p.number("threshold"), 0)
                        .map(firing -> new MembraneFeedbackCase(inlet, feedback, firing));
            }
        }
        return Firings.of(file, p.number("threshold"), 0)
                .map(firing -> new RectifiedLeaky(recurrent[0], firing, List.of()))
                .map(neuron -> NeuronCase.spiking(neuron, "mem", Binding.diagonal("weight_hh_l0", "beta"), THRESHOLD)
                        .withInlet(inlet));
    }
}

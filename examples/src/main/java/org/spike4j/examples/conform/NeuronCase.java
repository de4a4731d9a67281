package org.spike4j.examples.conform;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.layers.Reduction;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.NeuronModel;

/**
 * The case of a neuron.
 *
 * @param model the neuron; its constants are those of the case, or of its first column
 * @param bindings the constants of the case that may have one value a column or a gradient
 * @param states names of the initial state variables in the case, in the order of the model
 * @param traces names of the traces of the state after each step, in the same order
 * @param output name of the array in the case that is the model's output
 * @param reduction over time that makes the array "output" [N][n] of the model's output, if any
 * @param feedback of the neurons to each other, if any
 */
record NeuronCase(
        NeuronModel model,
        List<Binding> bindings,
        List<String> states,
        List<String> traces,
        String output,
        Optional<Reduction> reduction,
        Optional<Feedback> feedback)
        implements CaseCheck {

    /** A spiking neuron with a membrane of this name. */
    static NeuronCase spiking(NeuronModel model, String membrane, Binding... bindings) {
        return new NeuronCase(
                model,
                List.of(bindings),
                List.of(membrane),
                List.of("membrane_after_reset"),
                "spikes",
                Optional.empty(),
                Optional.empty());
    }

    /** A neuron whose output is its membrane v. */
    static NeuronCase integrating(NeuronModel model, Binding... bindings) {
        return new NeuronCase(
                model,
                List.of(bindings),
                List.of("v"),
                List.of("membrane"),
                "membrane",
                Optional.empty(),
                Optional.empty());
    }

    NeuronCase withModel(NeuronModel newModel, String newOutput) {
        return new NeuronCase(newModel, bindings, states, traces, newOutput, reduction, feedback);
    }

    NeuronCase withSynapse(String current) {
        return new NeuronCase(
                model, bindings, List.of("v", current), List.of("membrane", current), output, reduction, feedback);
    }

    NeuronCase reducedBy(Reduction newReduction) {
        return new NeuronCase(model, bindings, states, traces, output, Optional.of(newReduction), feedback);
    }

    NeuronCase withFeedback(Feedback newFeedback) {
        return new NeuronCase(model, bindings, states, traces, output, reduction, Optional.of(newFeedback));
    }

    @Override
    public void run(CaseFile file, DataType type, Comparison comparison) throws CaseFormatException {
        new NeuronCheck(file, this, type).run(comparison);
    }

    /** The constants of the case, one a column where it has them so. */
    ConstantValues constants(CaseFile file) throws CaseFormatException {
        ConstantValues values = ConstantValues.of(model, file.columns());
        for (Binding binding : bindings) {
            if (file.params().has(binding.parameter())) {
                double[] own = binding.values(file.constant(binding.parameter()));
                values = own.length == 1 ? values : values.with(binding.constant(), own);
            }
        }
        return values;
    }
}

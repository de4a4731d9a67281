package org.spike4j.examples.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.layers.Reduction;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Tap;

/**
 * The case of a neuron.
 *
 * @param model the neuron; its constants are those of the case, or of its first column
 * @param bindings the constants of the case that may have one value a column or a gradient
 * @param states names in the case of the state variables, and of their traces, in the order of the model; the first is also
 *     the trace "membrane_after_reset"; variables of the model beyond them are none of the case
 * @param output name of the array in the case that is the model's output
 * @param taps what other arrays of the case are what the model could also put out
 * @param reduction over time that makes the array "output" [N][n] of the model's output, if any
 * @param feedback of the neurons to each other, if any
 * @param inlet weights between the input of the case and the neurons, if any
 */
record NeuronCase(
        NeuronModel model,
        List<Binding> bindings,
        List<String> states,
        String output,
        Map<String, Tap> taps,
        Optional<Reduction> reduction,
        Optional<Feedback> feedback,
        Optional<Inlet> inlet)
        implements CaseCheck {

    /** A spiking neuron with a membrane of this name. */
    static NeuronCase spiking(NeuronModel model, String membrane, Binding... bindings) {
        return new NeuronCase(
                model,
                List.of(bindings),
                List.of(membrane),
                "spikes",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A neuron whose output is its membrane v. */
    static NeuronCase integrating(NeuronModel model, Binding... bindings) {
        return new NeuronCase(
                model,
                List.of(bindings),
                List.of("v"),
                "membrane",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    NeuronCase withModel(NeuronModel newModel, String newOutput) {
        return new NeuronCase(newModel, bindings, states, newOutput, taps, reduction, feedback, inlet);
    }

    /** The state variables by their names in the case, in the order of the model. */
    NeuronCase withStates(String... newStates) {
        return new NeuronCase(model, bindings, List.of(newStates), output, taps, reduction, feedback, inlet);
    }

    /** An array of the case that the model could also put out. */
    NeuronCase withTap(String array, Tap tap) {
        return new NeuronCase(model, bindings, states, output, Map.of(array, tap), reduction, feedback, inlet);
    }

    NeuronCase reducedBy(Reduction newReduction) {
        return new NeuronCase(model, bindings, states, output, taps, Optional.of(newReduction), feedback, inlet);
    }

    NeuronCase withFeedback(Feedback newFeedback) {
        return new NeuronCase(model, bindings, states, output, taps, reduction, Optional.of(newFeedback), inlet);
    }

    NeuronCase withInlet(Inlet newInlet) {
        return new NeuronCase(model, bindings, states, output, taps, reduction, feedback, Optional.of(newInlet));
    }

    @Override
    public String describe() {
        String around = feedback.isPresent() ? " with feedback" : reduction.isPresent() ? " and a reduction" : "";
        return name(model) + around;
    }

    @Override
    public void run(CaseFile file, DataType type, Comparison comparison) throws CaseFormatException {
        CaseFile own = inlet.map(weights -> file.withColumns(weights.neurons())).orElse(file);
        new NeuronCheck(own, this, type).run(comparison);
    }

    private static String name(NeuronModel model) {
        String own = model.getClass().getSimpleName();
        if (model instanceof Liaf liaf) {
            return own + " of " + name(liaf.neuron());
        }
        return model instanceof Inhibited inhibited ? own + " of " + name(inhibited.neuron()) : own;
    }

    /** The constants of the case, one a column where it has them so. */
    ConstantValues constants(CaseFile file) throws CaseFormatException {
        ConstantValues values = ConstantValues.of(model, file.columns());
        for (Binding binding : bindings) {
            if (binding.constant() != null && file.params().has(binding.parameter())) {
                double[] own = binding.values(binding.read(file.params(), file.columns()));
                values = own.length == 1 ? values : values.with(binding.constant(), own);
            }
        }
        return values;
    }
}

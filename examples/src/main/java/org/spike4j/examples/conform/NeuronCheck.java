package org.spike4j.examples.conform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.kernel.Dynamics;
import org.spike4j.neuron.kernel.StepCoefficient;

/** Runs one case of a neuron forward and backward, and compares every array that the case holds. */
final class NeuronCheck {
    /** Arrays of a case that are no traces, or compared apart. */
    private static final Set<String> NO_TRACES =
            Set.of("input", "spikes", "grad_input", "grad_output", "grad_output_membrane");

    /** Gradients of a case that come from its loss; each is on the array that its field "..._on" names. */
    private static final List<String> GRADIENTS = List.of("grad_output", "grad_output_membrane");

    private final CaseFile file;
    private final NeuronCase neuron;
    private final Dynamics dynamics;
    private final ConstantValues constants;
    private final NeuronPass pass;
    /** Null where the neurons do not feed back to each other; else the pass is on the whole current. */
    private final RecurrentPass recurrent;

    private final DataType type;
    private final Map<String, double[]> traces = new HashMap<>();

    NeuronCheck(CaseFile file, NeuronCase neuron, DataType type) throws CaseFormatException {
        this.file = file;
        this.neuron = neuron;
        this.type = type;
        dynamics = neuron.model().dynamics();
        constants = neuron.constants(file);
        double[] current = neuron.inlet().isPresent() ? neuron.inlet().get().current(file) : file.sequence("input");
        NeuronPass outside = new NeuronPass(constants.coefficients(), file.shape(), type, current, initialState());
        recurrent = neuron.feedback()
                .map(feedback -> RecurrentPass.of(feedback, outside, dynamics))
                .orElse(null);
        pass = recurrent == null ? outside : recurrent.alone();
    }

    void run(Comparison comparison) throws CaseFormatException {
        computeTraces();
        if (file.has("spikes")) {
            comparison.spikes("spikes", traces.get("spikes"), file.sequence("spikes"));
        }
        for (String name : file.fields().names()) {
            boolean wanted = file.fields().isArray(name) && !NO_TRACES.contains(name);
            if (wanted && traces.containsKey(name)) {
                comparison.values(name, traces.get(name), array(name, name));
            } else if (wanted) {
                comparison.missing(name);
            }
        }
        compareLoss(comparison);
        compareGradients(comparison);
    }

    private void computeTraces() {
        double[][] states = pass.states(dynamics);
        for (int variable = 0; variable < neuron.states().size(); variable++) {
            traces.put(neuron.states().get(variable), states[variable]);
        }
        if (states.length > 0) {
            traces.put("membrane_after_reset", states[0]);
        }
        if (file.has("spikes")) {
            traces.put("spikes", output(Tap.SPIKE));
        }
        neuron.taps().forEach((name, tap) -> traces.put(name, output(tap)));
        NeuronPass.Forward forward = pass.forward(dynamics);
        traces.put("membrane", forward.membrane());
        traces.put(neuron.output(), forward.output());
        neuron.reduction().ifPresent(reduction -> {
            INDArray reduced = reduction.reduce(outputSequence(), null);
            traces.put("output", values(reduced));
        });
    }

    private double[] output(Tap tap) {
        return pass.forward(dynamics.withOutput(tap, Activation.IDENTITY)).output();
    }

    private void compareLoss(Comparison comparison) throws CaseFormatException {
        double loss = 0;
        for (String key : GRADIENTS) {
            if (file.has(key)) {
                String on = file.fields().text(key + "_on");
                loss += product(array(key, on), trace(key, on));
            }
        }
        comparison.values(
                "loss", new double[] {loss}, new double[] {file.fields().number("loss")});
    }

    private void compareGradients(Comparison comparison) throws CaseFormatException {
        Fields expected = file.fields().object("grad_params");
        List<Binding> learned = neuron.bindings().stream()
                .filter(binding -> expected.has(binding.parameter()))
                .toList();
        List<String> names =
                learned.stream().map(Binding::constant).filter(Objects::nonNull).toList();
        Set<StepCoefficient> wanted = ConstantValues.coefficientsBehind(neuron.model(), names);
        NeuronPass.Backward backward = backward(comparison, wanted);
        if (neuron.inlet().isPresent()) {
            neuron.inlet().get().compare(comparison, file, backward.input());
        } else {
            comparison.values("grad_input", backward.input(), file.sequence("grad_input"));
        }
        compareParameters(comparison, learned, constants.pullBack(backward.coefficients(), wanted));
        for (String name : expected.names()) {
            boolean fedBack =
                    recurrent != null && recurrent.feedback().gradients().containsKey(name);
            boolean outside =
                    neuron.inlet().isPresent() && neuron.inlet().get().names().contains(name);
            if (!fedBack
                    && !outside
                    && learned.stream().noneMatch(binding -> binding.parameter().equals(name))) {
                comparison.missing("gradient of " + name);
            }
        }
        compareStateGradients(comparison, backward.initialState());
    }

    /** A constant of the case that stands for several of ours has the sum of their gradients. */
    private void compareParameters(Comparison comparison, List<Binding> learned, double[][] pulled)
            throws CaseFormatException {
        Fields expected = file.fields().object("grad_params");
        List<String> all =
                neuron.model().constants().stream().map(Constant::name).toList();
        Map<String, double[]> sums = new HashMap<>();
        Map<String, double[]> wanted = new LinkedHashMap<>();
        for (Binding binding : learned) {
            double[] one = binding.read(expected, file.columns());
            wanted.put(binding.label(), one);
            double[] sum = sums.computeIfAbsent(binding.label(), label -> new double[one.length]);
            for (int k = 0; binding.constant() != null && k < sum.length; k++) {
                double value = constants.get(binding.constant())[k];
                sum[k] += binding.pullBack(pulled[all.indexOf(binding.constant())][k], value);
            }
        }
        wanted.forEach((label, gradient) -> comparison.values("gradient of " + label, sums.get(label), gradient));
    }

    /** The backward pass; where there is feedback, compares its gradients too. */
    private NeuronPass.Backward backward(Comparison comparison, Set<StepCoefficient> wanted)
            throws CaseFormatException {
        NeuronPass.Upstream upstream = upstream();
        if (recurrent == null) {
            return pass.backward(dynamics, upstream, wanted);
        }
        if (upstream.membrane() != null || upstream.carried() != null) {
            throw file.fields().wrong("grad_output_on", "the output of neurons that feed back");
        }
        Fields expected = file.fields().object("grad_params");
        RecurrentPass.Backward backward = recurrent.backward(dynamics, upstream.output(), wanted);
        for (Map.Entry<String, Feedback.Gradient> one :
                recurrent.feedback().gradients().entrySet()) {
            double[] gradient = one.getValue().of(backward.weights(), backward.bias());
            comparison.values(
                    "gradient of " + one.getKey(),
                    gradient,
                    expected.numberOrArray(one.getKey(), recurrent.feedback().shape(gradient)));
        }
        return new NeuronPass.Backward(backward.input(), new double[0], backward.coefficients());
    }

    private void compareStateGradients(Comparison comparison, double[] gradients) throws CaseFormatException {
        Fields expected = file.fields().object("grad_initial_state");
        int slab = file.samples() * file.columns();
        for (int variable = 0; variable < neuron.states().size(); variable++) {
            String name = neuron.states().get(variable);
            if (expected.has(name) && recurrent != null) {
                comparison.missing("gradient of initial " + name);
            } else if (expected.has(name)) {
                comparison.values(
                        "gradient of initial " + name,
                        Arrays.copyOfRange(gradients, variable * slab, (variable + 1) * slab),
                        expected.array(name, file.samples(), file.columns()));
            }
        }
    }

    /** Where the gradients of the case enter; the model's output may itself be the membrane. */
    private NeuronPass.Upstream upstream() throws CaseFormatException {
        Map<String, double[]> on = new HashMap<>();
        for (String key : GRADIENTS) {
            if (file.has(key)) {
                String name = file.fields().text(key + "_on");
                boolean through = reduced(name);
                on.put(through ? neuron.output() : name, through ? pullBack(array(key, name)) : array(key, name));
            }
        }
        double[] output = on.remove(neuron.output());
        return new NeuronPass.Upstream(output, on.get("membrane"), on.get("membrane_after_reset"));
    }

    private double[] pullBack(double[] gradient) {
        INDArray onReduced = Nd4j.createFromArray(gradient).castTo(type).reshape('c', file.samples(), file.columns());
        return values(neuron.reduction().orElseThrow().pullBack(outputSequence(), null, onReduced));
    }

    private INDArray outputSequence() {
        return Nd4j.createFromArray(traces.get(neuron.output()))
                .castTo(type)
                .reshape('c', file.steps(), file.samples(), file.columns());
    }

    private boolean reduced(String name) {
        return neuron.reduction().isPresent() && name.equals("output");
    }

    /** An array of the case that belongs to a trace and has its shape. */
    private double[] array(String key, String trace) throws CaseFormatException {
        return reduced(trace) ? file.fields().array(key, file.samples(), file.columns()) : file.sequence(key);
    }

    private double[] trace(String key, String name) throws CaseFormatException {
        if (!traces.containsKey(name)) {
            throw file.fields().wrong(key + "_on", "one of " + traces.keySet());
        }
        return traces.get(name);
    }

    /** The state before the first step, variable by variable; null where it is the model's own start. */
    private double[] initialState() throws CaseFormatException {
        Fields fields = file.fields().object("initial_state");
        int slab = file.samples() * file.columns();
        double[] state = new double[dynamics.stateCount() * slab];
        boolean own = true;
        for (int variable = 0; variable < dynamics.stateCount(); variable++) {
            double start = dynamics.initialState(variable);
            double[] given = variable < neuron.states().size()
                    ? fields.numberOrArray(neuron.states().get(variable), file.samples(), file.columns())
                    : new double[] {start};
            for (int k = 0; k < slab; k++) {
                state[variable * slab + k] = given[given.length == 1 ? 0 : k];
                own &= state[variable * slab + k] == start;
            }
        }
        return own ? null : state;
    }

    private static double[] values(INDArray array) {
        INDArray rows = array.dup('c').castTo(DataType.DOUBLE);
        return rows.reshape(rows.length()).toDoubleVector();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}

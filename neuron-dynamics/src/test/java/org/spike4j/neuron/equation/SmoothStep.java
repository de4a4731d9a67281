package org.spike4j.neuron.equation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.surrogate.SmoothSpike;

/**
 * One neuron of a program with a smooth spike in place of the step function, over a sequence: a loss that finite differences can
 * check, and the gradient that the program's adjoint gives for it. What is detached keeps the values of the first run.
 */
public final class SmoothStep {
    private final StepProgram program;
    private final Node output;
    private final double[] input;
    private final double[] weights;
    /** Values of detached nodes by step and node. */
    private final Map<Integer, Map<Node, Double>> detached = new HashMap<>();

    /** The loss is the sum over time of weights times output. */
    public SmoothStep(StepProgram program, double[] input, double[] weights) {
        this.program = program;
        this.input = input;
        this.weights = weights;
        output = program.output(Tap.SPIKE);
    }

    /** The loss for other coefficients and initial states. */
    public double loss(double[] coefficients, double[] initial, double[] x) {
        double loss = 0;
        double[] states = initial.clone();
        List<Node> results = new java.util.ArrayList<>(program.after());
        results.add(output);
        for (int t = 0; t < x.length; t++) {
            double[] values = run(results, symbols(coefficients, states, x[t]), t);
            loss += weights[t] * values[output.index()];
            states =
                    program.after().stream().mapToDouble(n -> values[n.index()]).toArray();
        }
        return loss;
    }

    /** dL / d input, then dL / d initial state, then dL / d coefficient. */
    public double[] gradient(double[] coefficients, double[] initial) {
        Set<Integer> wanted = new TreeSet<>();
        for (int k = 0; k < coefficients.length; k++) {
            wanted.add(k);
        }
        Map<Node, Node> adjoint = program.adjoint(output, wanted);
        double[][] before = new double[input.length][];
        double[] states = initial.clone();
        for (int t = 0; t < input.length; t++) {
            before[t] = states;
            double[] values = run(program.after(), symbols(coefficients, states, input[t]), t);
            states =
                    program.after().stream().mapToDouble(n -> values[n.index()]).toArray();
        }
        double[] gradient = new double[input.length + initial.length + coefficients.length];
        double[] later = new double[initial.length];
        for (int t = input.length - 1; t >= 0; t--) {
            Map<String, Double> symbols = symbols(coefficients, before[t], input[t]);
            symbols.put(StepProgram.OUTPUT_GRADIENT, weights[t]);
            symbols.put(StepProgram.MEMBRANE_GRADIENT, 0.0);
            for (int s = 0; s < later.length; s++) {
                symbols.put(program.gradientName(s), later[s]);
            }
            double[] values = run(List.copyOf(adjoint.values()), symbols, t);
            gradient[t] = values[
                    adjoint.get(program.graph().symbol(StepProgram.INPUT, true)).index()];
            for (int s = 0; s < later.length; s++) {
                later[s] = values[adjoint.get(program.before().get(s)).index()];
            }
            for (int c = 0; c < coefficients.length; c++) {
                gradient[input.length + initial.length + c] +=
                        values[adjoint.get(program.coefficients().get(c)).index()];
            }
        }
        System.arraycopy(later, 0, gradient, input.length, later.length);
        return gradient;
    }

    private Map<String, Double> symbols(double[] coefficients, double[] states, double x) {
        Map<String, Double> symbols = new HashMap<>();
        symbols.put(StepProgram.INPUT, x);
        symbols.put(StepProgram.NORMAL, 0.3);
        for (int s = 0; s < states.length; s++) {
            symbols.put(program.before().get(s).name(), states[s]);
        }
        for (int c = 0; c < coefficients.length; c++) {
            symbols.put(program.coefficients().get(c).name(), coefficients[c]);
        }
        return symbols;
    }

    private double[] run(List<Node> results, Map<String, Double> symbols, int step) {
        double[] all = new double[program.graph().size()];
        for (Node node : Schedule.of(program.graph(), results)) {
            double[] a = Arrays.copyOf(
                    node.arguments().stream().mapToDouble(n -> all[n.index()]).toArray(), 3);
            boolean smooth = node.op().fires() && node.surrogate() instanceof SmoothSpike;
            all[node.index()] = node.op() == Op.SYMBOL
                    ? symbols.get(node.name())
                    : smooth
                            ? ((SmoothSpike) node.surrogate()).primitive(a[0])
                            : Arithmetic.value(node, a[0], a[1], a[2]);
            if (node.op() == Op.DETACH) {
                all[node.index()] =
                        detached.computeIfAbsent(step, any -> new HashMap<>()).computeIfAbsent(node, any -> a[0]);
            }
        }
        return all;
    }
}

package org.spike4j.neuron.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.spike4j.neuron.equation.Node;
import org.spike4j.neuron.equation.StepProgram;

/**
 * What a pass computes in a step, forwards and backwards, for one choice of the output and of the wanted coefficients: the
 * analysis that printers and the interpreter share.
 *
 * @param program the step
 * @param output what is put out
 * @param stateGradients dL / d states before the step
 * @param inputGradient dL / d input
 * @param coefficientGradients dL / d wanted coefficients, in the order of their indices
 */
record ProgramCode(
        StepProgram program,
        Node output,
        List<Node> stateGradients,
        Node inputGradient,
        List<Node> coefficientGradients) {

    static ProgramCode of(StepProgram program, Node output, SortedSet<Integer> wanted) {
        Map<Node, Node> gradients = program.adjoint(output, wanted);
        List<Node> states = program.before().stream().map(gradients::get).toList();
        List<Node> coefficients = wanted.stream()
                .map(k -> gradients.get(program.coefficients().get(k)))
                .toList();
        Node input = program.graph().symbol(StepProgram.INPUT, true);
        program.graph().symbol(StepProgram.NORMAL, true); // so that the interpreter has a place for it
        return new ProgramCode(program, output, states, gradients.get(input), coefficients);
    }

    /** All that a forward step computes. */
    List<Node> forwardResults() {
        List<Node> results = new ArrayList<>(program.after());
        results.add(output);
        results.add(program.membrane());
        return results;
    }

    /** All that a backward step computes. */
    List<Node> backwardResults() {
        List<Node> results = new ArrayList<>(stateGradients);
        results.add(inputGradient);
        results.addAll(coefficientGradients);
        return results;
    }

    Node input() {
        return symbol(StepProgram.INPUT);
    }

    Node normal() {
        return symbol(StepProgram.NORMAL);
    }

    Node outputGradient() {
        return symbol(StepProgram.OUTPUT_GRADIENT);
    }

    Node membraneGradient() {
        return symbol(StepProgram.MEMBRANE_GRADIENT);
    }

    /** dL / d state behind the step. */
    Node laterGradient(int state) {
        return symbol(program.gradientName(state));
    }

    private Node symbol(String name) {
        return program.graph().symbol(name, true);
    }
}

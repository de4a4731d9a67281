package org.spike4j.neuron.equation;

import java.util.List;

/**
 * What a text says: the step before constants are taken apart from what varies.
 *
 * @param graph holds all expressions
 * @param declared constants of the text, in its order
 * @param states in the order of the text
 * @param output y
 * @param membrane what is compared with the threshold; the first state, or the output, if nothing fires
 * @param threshold the threshold; null if nothing fires
 */
record ParsedStep(
        Graph graph,
        List<DeclaredConstant> declared,
        List<ParsedState> states,
        Node output,
        Node membrane,
        Node threshold) {

    /** The symbol of the input. */
    static final String INPUT = "input value";
    /** The symbol of a standard normal number. */
    static final String NORMAL = "normal";

    /**
     * A state variable.
     *
     * @param name its name
     * @param initial its value before the first step, from constants
     * @param before its symbol
     * @param after its value behind the step
     */
    record ParsedState(String name, Node initial, Node before, Node after) {}
}

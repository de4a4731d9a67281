package org.spike4j.neuron.equation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Turns differential equations into steps. */
final class Discretisation {
    private final Graph graph;
    private final Node dt;

    Discretisation(Graph graph, Node dt) {
        this.graph = graph;
        this.dt = dt;
    }

    /** An equation that its scheme cannot take; the text says why. */
    static final class UnsuitableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnsuitableException(String reason) {
            super(reason);
        }
    }

    /** The state after a step of dv/dt = f. */
    Node step(Node v, Node f, Scheme scheme, Node input) throws UnsuitableException {
        if (scheme == Scheme.EULER) {
            return graph.add(v, graph.multiply(dt, f));
        }
        Node a = Adjoint.of(graph, Map.of(f, graph.number(1)), Set.of(v)).get(v);
        if (a.is(0) || symbols(a).contains(v)) {
            throw new UnsuitableException("the scheme '" + scheme.word() + "' needs an equation that is linear in '"
                    + v.name() + "'; use euler");
        }
        Node b = new Substitution(graph, Map.of(v, graph.number(0))).of(f);
        if (scheme == Scheme.EXACT) {
            requireHeld(a, b, v, input);
        }
        Node decay = graph.apply(Op.EXP, graph.multiply(a, dt));
        Node gain = graph.divide(graph.subtract(decay, graph.number(1)), a);
        return graph.add(graph.multiply(v, decay), graph.multiply(gain, b));
    }

    private void requireHeld(Node a, Node b, Node v, Node input) throws UnsuitableException {
        Set<Node> moving = symbols(b);
        moving.remove(input);
        moving.addAll(symbols(a));
        moving.removeIf(symbol -> !symbol.isVarying());
        if (!moving.isEmpty()) {
            throw new UnsuitableException("the scheme 'exact' needs constant coefficients, and no other state in the"
                    + " equation of '" + v.name() + "', which depends on " + moving + "; use exponential or euler");
        }
    }

    private static Set<Node> symbols(Node node) {
        Set<Node> found = new HashSet<>();
        Set<Node> seen = new HashSet<>();
        collect(node, found, seen);
        return found;
    }

    private static void collect(Node node, Set<Node> found, Set<Node> seen) {
        if (seen.add(node)) {
            if (node.op() == Op.SYMBOL) {
                found.add(node);
            }
            node.arguments().forEach(argument -> collect(argument, found, seen));
        }
    }
}

package org.spike4j.neuron.equation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reverse differentiation of a graph, as expressions of the same graph. For a loss L with dL / d root given as an expression
 * of each root, the gradient of every node follows from those of what uses it, in descending order of execution:
 *
 * <pre>
 * dL/da += dL/d node * d node / da
 * </pre>
 *
 * <p>A spike has the derivative of its surrogate, a comparison none, rounding 1, the larger of two equals is the first, and
 * |a| has derivative 1 at 0.
 */
final class Adjoint {
    private final Graph graph;
    private final boolean[] reaches;
    private final Map<Node, Node> gradients = new HashMap<>();

    private Adjoint(Graph graph, Set<Node> leaves) {
        this.graph = graph;
        reaches = new boolean[graph.size()];
        for (int k = 0; k < reaches.length; k++) {
            Node node = graph.node(k);
            reaches[k] = leaves.contains(node) || node.arguments().stream().anyMatch(a -> reaches[a.index()]);
        }
    }

    /**
     * Differentiates.
     *
     * @param graph receives the expressions of the gradients
     * @param seeds dL / d root by root
     * @param leaves what to differentiate by
     * @return dL / d leaf by leaf; 0 where nothing depends on it
     */
    static Map<Node, Node> of(Graph graph, Map<Node, Node> seeds, Set<Node> leaves) {
        int size = graph.size(); // what is added from here on are gradients
        Adjoint adjoint = new Adjoint(graph, leaves);
        seeds.forEach((root, seed) -> adjoint.addTo(root, seed));
        for (int k = size - 1; k >= 0; k--) {
            Node gradient = adjoint.gradients.get(graph.node(k));
            if (gradient != null && !leaves.contains(graph.node(k))) {
                adjoint.propagate(graph.node(k), gradient);
            }
        }
        Map<Node, Node> result = new LinkedHashMap<>();
        leaves.forEach(leaf -> result.put(leaf, adjoint.gradients.getOrDefault(leaf, graph.number(0))));
        return result;
    }

    private void addTo(Node node, Node gradient) {
        if (node.index() < reaches.length && reaches[node.index()] && !gradient.is(0)) {
            gradients.merge(node, gradient, graph::add);
        }
    }

    private void propagate(Node node, Node g) {
        Node a = node.arguments().isEmpty() ? node : node.argument(0);
        Node b = node.arguments().size() > 1 ? node.argument(1) : a;
        Node zero = graph.number(0);
        Node one = graph.number(1);
        switch (node.op()) {
            case ADD -> {
                addTo(a, g);
                addTo(b, g);
            }
            case SUBTRACT -> {
                addTo(a, g);
                addTo(b, graph.negate(g));
            }
            case MULTIPLY -> {
                addTo(a, graph.multiply(g, b));
                addTo(b, graph.multiply(g, a));
            }
            case DIVIDE -> {
                Node share = graph.divide(g, b);
                addTo(a, share);
                addTo(b, graph.negate(graph.multiply(share, node)));
            }
            case NEGATE -> addTo(a, graph.negate(g));
            case POWER -> power(node, g);
            case EXP -> addTo(a, graph.multiply(g, node));
            case LOG -> addTo(a, graph.divide(g, a));
            case SQRT -> addTo(a, graph.divide(graph.multiply(g, graph.number(0.5)), node));
            case SIN -> addTo(a, graph.multiply(g, graph.apply(Op.COS, a)));
            case COS -> addTo(a, graph.negate(graph.multiply(g, graph.apply(Op.SIN, a))));
            case TANH -> addTo(a, graph.multiply(g, graph.subtract(one, graph.multiply(node, node))));
            case SIGMOID -> addTo(a, graph.multiply(g, graph.multiply(node, graph.subtract(one, node))));
            case ABS -> addTo(a, graph.select(graph.apply(Op.LESS, a, zero), graph.negate(g), g));
            case MIN -> choose(graph.apply(Op.LESS_OR_EQUAL, a, b), a, b, g);
            case MAX -> choose(graph.apply(Op.LESS, a, b), b, a, g);
            case ROUND -> addTo(a, g);
            case SELECT -> choose(a, b, node.argument(2), g);
            case FIRE_AT, FIRE_ABOVE, COUNT -> {
                if (reaches[a.index()]) {
                    addTo(a, graph.multiply(g, graph.slope(node)));
                }
            }
            case NUMBER, SYMBOL, LESS, LESS_OR_EQUAL, SLOPE, DETACH -> {
                // no gradient goes further
            }
        }
    }

    private void choose(Node condition, Node yes, Node no, Node g) {
        Node zero = graph.number(0);
        if (reaches[yes.index()]) {
            addTo(yes, graph.select(condition, g, zero));
        }
        if (reaches[no.index()]) {
            addTo(no, graph.select(condition, zero, g));
        }
    }

    private void power(Node node, Node g) {
        Node a = node.argument(0);
        Node b = node.argument(1);
        if (reaches[a.index()]) {
            Node lower = graph.apply(Op.POWER, a, graph.subtract(b, graph.number(1)));
            addTo(a, graph.multiply(g, graph.multiply(b, lower)));
        }
        if (reaches[b.index()]) {
            addTo(b, graph.multiply(g, graph.multiply(node, graph.apply(Op.LOG, a))));
        }
    }
}

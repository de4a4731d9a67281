package org.spike4j.neuron.equation;

/**
 * An expression and its dimension.
 *
 * @param node the expression
 * @param dimension of its value
 */
record Quantity(Node node, Dimension dimension) {
    static Quantity plain(Node node) {
        return new Quantity(node, Dimension.NONE);
    }
}

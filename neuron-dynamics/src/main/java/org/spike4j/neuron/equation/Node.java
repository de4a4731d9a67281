package org.spike4j.neuron.equation;

import java.util.List;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * One operation of a {@link Graph}. Equal operations on the same arguments are one node, and arguments have smaller indices
 * than what uses them, so the order of the indices is an order of execution.
 */
public final class Node {
    private final int index;
    private final Op op;
    private final List<Node> arguments;
    private final double number;
    private final String name;
    private final Surrogate surrogate;
    private final boolean varying;

    Node(int index, Op op, List<Node> arguments, double number, String name, Surrogate surrogate, boolean varying) {
        this.index = index;
        this.op = op;
        this.arguments = arguments;
        this.number = number;
        this.name = name;
        this.surrogate = surrogate;
        this.varying = varying;
    }

    /**
     * Place in the order of execution.
     *
     * @return 0 for the first node of the graph
     */
    public int index() {
        return index;
    }

    /**
     * What is done.
     *
     * @return the operation
     */
    public Op op() {
        return op;
    }

    /**
     * What it is done with.
     *
     * @param k 0 to arity - 1
     * @return an argument
     */
    public Node argument(int k) {
        return arguments.get(k);
    }

    /**
     * All that it is done with.
     *
     * @return the arguments in order
     */
    public List<Node> arguments() {
        return arguments;
    }

    /**
     * The value of a number, or the largest count.
     *
     * @return 0 for other operations
     */
    public double number() {
        return number;
    }

    /**
     * The name of a symbol.
     *
     * @return empty for other operations
     */
    public String name() {
        return name;
    }

    /**
     * What stands for the derivative of a spike.
     *
     * @return null for operations that do not fire
     */
    public Surrogate surrogate() {
        return surrogate;
    }

    /**
     * Whether the value may differ from step to step, since it depends on the state or the input.
     *
     * @return false for what follows from constants alone
     */
    public boolean isVarying() {
        return varying;
    }

    /**
     * Whether this is a given number.
     *
     * @param value the number
     * @return true for exactly this number
     */
    public boolean is(double value) {
        return op == Op.NUMBER && number == value;
    }

    @Override
    public String toString() {
        return switch (op) {
            case NUMBER -> Double.toString(number);
            case SYMBOL -> name;
            default -> op.name().toLowerCase(java.util.Locale.ROOT) + arguments;
        };
    }
}

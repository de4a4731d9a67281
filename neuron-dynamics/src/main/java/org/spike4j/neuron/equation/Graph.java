package org.spike4j.neuron.equation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * Makes expressions and keeps each of them once. What is known beforehand is computed at once: operations on numbers,
 * additions of 0, multiplications by 0 and 1. A division of what varies by what does not becomes a multiplication by the
 * reciprocal, which then is computed outside of the loop over time. Threads may share a graph.
 */
public final class Graph {
    private static final double LARGEST_PRODUCT = 8;

    private record Key(Op op, List<Node> arguments, double number, String name, Surrogate surrogate) {}

    private final Map<Key, Node> known = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    /** An empty graph. */
    public Graph() {}

    /**
     * Number of nodes so far.
     *
     * @return one more than the largest index
     */
    public synchronized int size() {
        return nodes.size();
    }

    /**
     * A node by its index.
     *
     * @param index 0 to size - 1
     * @return the node
     */
    public synchronized Node node(int index) {
        return nodes.get(index);
    }

    /**
     * A number.
     *
     * @param value any, also infinite
     * @return its node
     */
    public Node number(double value) {
        return make(Op.NUMBER, List.of(), value == 0 ? 0 : value, "", null, false); // -0 as 0
    }

    /**
     * A quantity from outside.
     *
     * @param name its name
     * @param varying whether it may differ from step to step
     * @return its node
     */
    public Node symbol(String name, boolean varying) {
        return make(Op.SYMBOL, List.of(), 0, name, null, varying);
    }

    /**
     * An operation without a surrogate.
     *
     * @param op what is done
     * @param arguments with what
     * @return its node, or a simpler one of the same value
     */
    public Node apply(Op op, Node... arguments) {
        if (arguments.length != op.arity() || op.fires() || op == Op.SLOPE) {
            throw new IllegalArgumentException(op + " cannot be applied to " + arguments.length + " arguments here");
        }
        Node simpler = simplify(op, arguments);
        if (simpler != null) {
            return simpler;
        }
        if (List.of(arguments).stream().allMatch(a -> a.op() == Op.NUMBER)) {
            double[] values = new double[3];
            for (int k = 0; k < arguments.length; k++) {
                values[k] = arguments[k].number();
            }
            return number(Arithmetic.value(op, values[0], values[1], values[2]));
        }
        return make(op, List.of(arguments), 0, "", null, varies(arguments));
    }

    /**
     * A spike, or a number of them.
     *
     * @param op which of the operations that fire
     * @param distance how far the membrane is above the threshold
     * @param largest largest count; unused by single spikes
     * @param surrogate what stands for its derivative
     * @return its node
     */
    public Node fire(Op op, Node distance, double largest, Surrogate surrogate) {
        if (!op.fires()) {
            throw new IllegalArgumentException(op + " does not fire");
        }
        return make(op, List.of(distance), largest, "", surrogate, distance.isVarying());
    }

    /** The surrogate's derivative where a node fires. */
    Node slope(Node firing) {
        Node formula = SlopeExpression.of(this, firing.surrogate(), firing.argument(0));
        if (formula != null) {
            return formula;
        }
        return make(Op.SLOPE, firing.arguments(), 0, "", firing.surrogate(), firing.isVarying());
    }

    /** The same operation as a node of any graph, on arguments of this one. */
    Node like(Node node, Node... arguments) {
        return switch (node.op()) {
            case NUMBER -> number(node.number());
            case SYMBOL -> symbol(node.name(), node.isVarying());
            case FIRE_AT, FIRE_ABOVE, COUNT, SLOPE ->
                make(node.op(), List.of(arguments), node.number(), "", node.surrogate(), varies(arguments));
            default -> apply(node.op(), arguments);
        };
    }

    Node add(Node a, Node b) {
        return apply(Op.ADD, a, b);
    }

    Node subtract(Node a, Node b) {
        return apply(Op.SUBTRACT, a, b);
    }

    Node multiply(Node a, Node b) {
        return apply(Op.MULTIPLY, a, b);
    }

    Node divide(Node a, Node b) {
        return apply(Op.DIVIDE, a, b);
    }

    Node negate(Node a) {
        return apply(Op.NEGATE, a);
    }

    Node select(Node condition, Node yes, Node no) {
        return apply(Op.SELECT, condition, yes, no);
    }

    private Node simplify(Op op, Node... arguments) {
        Node a = arguments[0];
        Node b = arguments.length > 1 ? arguments[1] : a;
        return switch (op) {
            case ADD -> a.is(0) ? b : b.is(0) ? a : null;
            case SUBTRACT -> b.is(0) ? a : a.is(0) ? negate(b) : null;
            case MULTIPLY -> product(a, b);
            case DIVIDE -> quotient(a, b);
            case NEGATE -> a.op() == Op.NEGATE ? a.argument(0) : null;
            case POWER -> power(a, b);
            case SELECT -> choice(arguments);
            case DETACH -> a.isVarying() ? null : a;
            default -> null;
        };
    }

    private Node product(Node a, Node b) {
        if (a.is(0) || b.is(0)) {
            return number(0);
        }
        if (a.is(-1) || b.is(-1)) {
            return negate(a.is(-1) ? b : a);
        }
        return a.is(1) ? b : b.is(1) ? a : null;
    }

    private Node quotient(Node a, Node b) {
        if (a.is(0) || b.is(1)) {
            return a;
        }
        return a.isVarying() && !b.isVarying() ? multiply(a, divide(number(1), b)) : null;
    }

    /** Small whole powers as products. */
    private Node power(Node a, Node b) {
        double exponent = b.op() == Op.NUMBER ? b.number() : Double.NaN;
        if (!(exponent >= 1 && exponent <= LARGEST_PRODUCT) || exponent != Math.rint(exponent)) {
            return null;
        }
        if (exponent == 1) {
            return a;
        }
        Node half = apply(Op.POWER, a, number(Math.floor(exponent / 2)));
        Node square = multiply(half, half);
        return exponent % 2 == 1 ? multiply(square, a) : square;
    }

    private static Node choice(Node... arguments) {
        if (arguments[0].op() == Op.NUMBER) {
            return arguments[0].is(0) ? arguments[2] : arguments[1];
        }
        return arguments[1] == arguments[2] ? arguments[1] : null;
    }

    private static boolean varies(Node... arguments) {
        for (Node argument : arguments) {
            if (argument.isVarying()) {
                return true;
            }
        }
        return false;
    }

    private synchronized Node make(
            Op op, List<Node> arguments, double number, String name, Surrogate surrogate, boolean varying) {
        return known.computeIfAbsent(new Key(op, arguments, number, name, surrogate), key -> {
            Node node = new Node(nodes.size(), op, arguments, number, name, surrogate, varying);
            nodes.add(node);
            return node;
        });
    }
}

package org.spike4j.neuron.equation;

import java.util.List;
import java.util.Map;

/** The functions of the language. */
final class Functions {
    private static final Map<String, Op> PLAIN = Map.of(
            "exp", Op.EXP,
            "log", Op.LOG,
            "sin", Op.SIN,
            "cos", Op.COS,
            "tanh", Op.TANH,
            "sigmoid", Op.SIGMOID);
    private static final Map<String, Op> KEEPING = Map.of(
            "abs", Op.ABS,
            "min", Op.MIN,
            "max", Op.MAX,
            "round", Op.ROUND,
            "detach", Op.DETACH);
    private static final String ALL =
            "exp, log, sqrt, sin, cos, tanh, sigmoid, relu, abs, min, max, round, where(condition,"
                    + " a, b), detach, heaviside, spike(value, threshold), count(value, threshold, largest)";

    private final Graph graph;
    private final ExpressionParser.Firings firings;

    Functions(Graph graph, ExpressionParser.Firings firings) {
        this.graph = graph;
        this.firings = firings;
    }

    Quantity call(TokenReader tokens, Token function, List<Quantity> arguments, List<Token> places) {
        String name = function.text();
        Dimension first = arguments.get(0).dimension();
        Node a = arguments.get(0).node();
        if (PLAIN.containsKey(name)) {
            number(tokens, function, arguments, 1);
            withoutUnit(tokens, name, first, places.get(0));
            return Quantity.plain(graph.apply(PLAIN.get(name), a));
        }
        if (KEEPING.containsKey(name)) {
            Op op = KEEPING.get(name);
            number(tokens, function, arguments, op.arity());
            same(tokens, arguments, places, 0, op.arity());
            return new Quantity(
                    op.arity() == 1
                            ? graph.apply(op, a)
                            : graph.apply(op, a, arguments.get(1).node()),
                    dimension(arguments, 0, op.arity()));
        }
        return switch (name) {
            case "sqrt" -> {
                number(tokens, function, arguments, 1);
                yield new Quantity(graph.apply(Op.SQRT, a), first.power(0.5));
            }
            case "relu" -> {
                number(tokens, function, arguments, 1);
                yield new Quantity(graph.apply(Op.MAX, graph.number(0), a), first);
            }
            case "where" -> {
                number(tokens, function, arguments, 3);
                same(tokens, arguments, places, 1, 3);
                yield new Quantity(
                        graph.select(
                                a, arguments.get(1).node(), arguments.get(2).node()),
                        dimension(arguments, 1, 3));
            }
            case "spike" -> {
                number(tokens, function, arguments, 2);
                same(tokens, arguments, places, 0, 2);
                fires(tokens, function);
                yield Quantity.plain(firings.spike(graph, a, arguments.get(1).node()));
            }
            case "heaviside" -> {
                number(tokens, function, arguments, 1);
                if (firings == null) {
                    throw tokens.error(function, "'heaviside' needs a neuron that fires, whose surrogate it takes");
                }
                yield Quantity.plain(firings.heaviside(graph, a));
            }
            case "count" -> {
                number(tokens, function, arguments, 3);
                same(tokens, arguments, places, 0, 2);
                fires(tokens, function);
                Node largest = arguments.get(2).node();
                if (largest.op() != Op.NUMBER || !(largest.number() >= 1)) {
                    throw tokens.error(places.get(2), "the largest count must be a number of at least 1");
                }
                yield Quantity.plain(firings.count(graph, a, arguments.get(1).node(), largest.number()));
            }
            default -> throw tokens.error(function, "there is no function '" + name + "'; there are " + ALL);
        };
    }

    private void fires(TokenReader tokens, Token function) {
        if (firings == null) {
            throw tokens.error(function, "'" + function.text() + "' is not allowed here");
        }
        if (firings.membrane() != null) {
            throw tokens.error(function, "a neuron fires once in a step; this is the second '" + function.text() + "'");
        }
    }

    private static void number(TokenReader tokens, Token function, List<Quantity> arguments, int wanted) {
        if (arguments.size() != wanted) {
            throw tokens.error(
                    function, "'" + function.text() + "' takes " + wanted + " arguments, found " + arguments.size());
        }
    }

    private static void withoutUnit(TokenReader tokens, String function, Dimension dimension, Token place) {
        if (!dimension.isNone()) {
            throw tokens.error(place, "the argument of '" + function + "' must have no unit, had " + dimension);
        }
    }

    private static void same(TokenReader tokens, List<Quantity> arguments, List<Token> places, int from, int to) {
        Dimension wanted = dimension(arguments, from, to);
        for (int k = from; k < to; k++) {
            Quantity one = arguments.get(k);
            if (!one.node().is(0) && !one.dimension().equals(wanted)) {
                throw tokens.error(
                        places.get(k), "all of these need the same unit, were " + wanted + " and " + one.dimension());
            }
        }
    }

    /** The unit of those that are not plain 0, which fits any. */
    private static Dimension dimension(List<Quantity> arguments, int from, int to) {
        return arguments.subList(from, to).stream()
                .filter(one -> !one.node().is(0))
                .findFirst()
                .orElse(arguments.get(from))
                .dimension();
    }
}

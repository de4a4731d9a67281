package org.spike4j.neuron.equation;

import java.util.ArrayList;
import java.util.List;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * Reads expressions into a graph, and checks their units:
 *
 * <pre>
 * comparison = sum [ ("&lt;" | "&lt;=" | "&gt;" | "&gt;=") sum ]
 * sum        = product { ("+" | "-") product }
 * product    = signed { ("*" | "/") signed }
 * signed     = { "-" } power
 * power      = primary [ "^" signed ]
 * primary    = number [ unit ] | name | name "(" comparison { "," comparison } ")" | "(" comparison ")"
 * </pre>
 */
final class ExpressionParser {
    private final TokenReader tokens;
    private final Graph graph;
    private final Scope scope;
    private final Functions functions;

    ExpressionParser(TokenReader tokens, Graph graph, Scope scope, Firings firings) {
        this.tokens = tokens;
        this.graph = graph;
        this.scope = scope;
        functions = new Functions(graph, firings);
    }

    /** How a neuron fires, and what it said of it. */
    static final class Firings {
        private final Op single;
        private final Surrogate surrogate;
        private Node membrane;
        private Node threshold;
        private Node spike;

        Firings(Op single, Surrogate surrogate) {
            this.single = single;
            this.surrogate = surrogate;
        }

        /** H(membrane - threshold). */
        Node spike(Graph graph, Node value, Node limit) {
            membrane = value;
            threshold = limit;
            spike = graph.fire(single, graph.subtract(value, limit), 0, surrogate);
            return spike;
        }

        /** 1 if a &gt; 0, else 0, with the derivative of a spike but without being one. */
        Node heaviside(Graph graph, Node a) {
            return graph.fire(Op.FIRE_ABOVE, a, 0, surrogate);
        }

        Node count(Graph graph, Node value, Node unit, double largest) {
            membrane = value;
            threshold = unit;
            spike = graph.fire(Op.COUNT, graph.divide(value, unit), largest, surrogate);
            return spike;
        }

        /** What was compared with the threshold; null if nothing fires. */
        Node membrane() {
            return membrane;
        }

        Node threshold() {
            return threshold;
        }

        /** The spike, or the number of them; null if nothing fires. */
        Node fired() {
            return spike;
        }
    }

    Quantity expression() {
        Quantity left = sum();
        Token sign = tokens.peek();
        boolean less = sign.is("<") || sign.is("<=");
        if (!less && !sign.is(">") && !sign.is(">=")) {
            return left;
        }
        tokens.next();
        Quantity right = sum();
        sameDimension(sign, left, right);
        Op op = sign.text().endsWith("=") ? Op.LESS_OR_EQUAL : Op.LESS;
        return Quantity.plain(
                less ? graph.apply(op, left.node(), right.node()) : graph.apply(op, right.node(), left.node()));
    }

    Quantity sum() {
        Quantity value = product();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            Token sign = tokens.next();
            Quantity right = product();
            sameDimension(sign, value, right);
            Op op = sign.is("+") ? Op.ADD : Op.SUBTRACT;
            Dimension dimension = value.node().is(0) ? right.dimension() : value.dimension();
            value = new Quantity(graph.apply(op, value.node(), right.node()), dimension);
        }
        return value;
    }

    private Quantity product() {
        Quantity value = signed();
        while (tokens.peek().is("*") || tokens.peek().is("/")) {
            boolean times = tokens.next().is("*");
            Quantity right = signed();
            Dimension dimension = times
                    ? value.dimension().times(right.dimension())
                    : value.dimension().over(right.dimension());
            value = new Quantity(graph.apply(times ? Op.MULTIPLY : Op.DIVIDE, value.node(), right.node()), dimension);
        }
        return value;
    }

    private Quantity signed() {
        if (tokens.accept("-")) {
            Quantity value = signed();
            return new Quantity(graph.negate(value.node()), value.dimension());
        }
        return power();
    }

    private Quantity power() {
        Quantity base = primary();
        Token sign = tokens.peek();
        if (!tokens.accept("^")) {
            return base;
        }
        Quantity exponent = signed();
        boolean number = exponent.node().op() == Op.NUMBER;
        if (!exponent.dimension().isNone() || !number && !base.dimension().isNone()) {
            throw tokens.error(sign, "an exponent must have no unit, and be a number where the base has a unit");
        }
        Node node = graph.apply(Op.POWER, base.node(), exponent.node());
        return new Quantity(
                node, number ? base.dimension().power(exponent.node().number()) : Dimension.NONE);
    }

    private Quantity primary() {
        Token token = tokens.next();
        if (token.is("(")) {
            Quantity inside = expression();
            tokens.expect(")");
            return inside;
        }
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case NAME -> tokens.peek().is("(") ? call(token) : name(token);
            default -> throw tokens.error(token, "a number, a name or '(' is wanted here, found " + token.shown());
        };
    }

    private Quantity number(Token token) {
        double value = Double.parseDouble(token.text());
        Token behind = tokens.peek();
        if (behind.kind() == Token.Kind.NAME && Unit.of(behind.text()).isPresent()) {
            Unit unit = Unit.of(tokens.next().text()).orElseThrow();
            return new Quantity(graph.number(value * unit.factor()), unit.dimension());
        }
        return Quantity.plain(graph.number(value));
    }

    private Quantity name(Token token) {
        if (scope.has(token.text())) {
            return scope.get(token.text());
        }
        return switch (token.text()) {
            case "pi" -> Quantity.plain(graph.number(Math.PI));
            case "e" -> Quantity.plain(graph.number(Math.E));
            default ->
                throw tokens.error(
                        token, "the name '" + token.text() + "' is not known here; known are " + scope.listed());
        };
    }

    private Quantity call(Token function) {
        tokens.expect("(");
        List<Quantity> arguments = new ArrayList<>();
        List<Token> places = new ArrayList<>();
        do {
            places.add(tokens.peek());
            arguments.add(expression());
        } while (tokens.accept(","));
        tokens.expect(")");
        return functions.call(tokens, function, arguments, places);
    }

    /** A number without a unit is accepted as 0 of any. */
    void sameDimension(Token at, Quantity left, Quantity right) {
        boolean zero = left.node().is(0) || right.node().is(0);
        if (!zero && !left.dimension().equals(right.dimension())) {
            throw tokens.error(
                    at,
                    "both sides of '" + at.text() + "' need the same unit, were " + left.dimension() + " and "
                            + right.dimension());
        }
    }
}

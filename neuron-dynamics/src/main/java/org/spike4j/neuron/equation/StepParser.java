package org.spike4j.neuron.equation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spike4j.neuron.FireCondition;

/** Reads the statements of a {@link StepText}. */
final class StepParser {
    private static final String REFRACTORY = "refractory";

    private final StepText source;
    private final TokenReader tokens;
    private final Graph graph = new Graph();
    private final Scope scope = new Scope();
    private final ExpressionParser.Firings firings;
    private final ExpressionParser expressions;
    private final Declarations declarations;
    private final Map<String, ParsedStep.ParsedState> states = new LinkedHashMap<>();
    /** New states of the equations read so far, which are taken over together. */
    private final Map<String, Node> pending = new LinkedHashMap<>();

    private final Set<String> held = new HashSet<>();
    private Node refractoryTime;
    private Node spike;
    private Node output;

    private StepParser(StepText source) {
        this.source = source;
        tokens = new TokenReader(source.text());
        Op op = source.condition() == FireCondition.AT_THRESHOLD ? Op.FIRE_AT : Op.FIRE_ABOVE;
        firings =
                source.condition() == FireCondition.NEVER ? null : new ExpressionParser.Firings(op, source.surrogate());
        expressions = new ExpressionParser(tokens, graph, scope, firings);
        declarations = new Declarations(tokens, graph, scope, expressions);
        Dimension time = source.units() ? Dimension.TIME : Dimension.NONE;
        scope.put("dt", new Quantity(graph.number(source.dt()), time));
        scope.put(source.input(), Quantity.plain(graph.symbol(ParsedStep.INPUT, true)));
        Node normal = graph.symbol(ParsedStep.NORMAL, true);
        scope.put(ParsedStep.NORMAL, Quantity.plain(normal));
        Node white = graph.multiply(graph.number(1 / Math.sqrt(source.dt())), normal);
        scope.put("xi", new Quantity(white, time.power(-0.5)));
        source.given().forEach(name -> scope.put(name, Quantity.plain(graph.symbol(name, false))));
    }

    /** Reads a text. */
    static ParsedStep parse(StepText source) {
        StepParser parser = new StepParser(source);
        while (!parser.tokens.atEnd()) {
            if (parser.tokens.endsStatement()) {
                parser.tokens.next();
            } else {
                parser.statement();
            }
        }
        return parser.result();
    }

    private ParsedStep result() {
        takeOver();
        Token end = tokens.peek(-1);
        if (spike == null && firings != null && firings.membrane() != null) {
            spike = firings.fired();
        }
        if (output == null && spike == null && states.isEmpty()) {
            throw tokens.error(end, "a neuron needs a state, a spike or an output");
        }
        List<ParsedStep.ParsedState> all = new ArrayList<>();
        states.forEach((name, state) -> all.add(new ParsedStep.ParsedState(
                name, state.initial(), state.before(), scope.get(name).node())));
        Node first = all.isEmpty() ? null : all.get(0).after();
        Node out = output != null ? output : spike != null ? spike : first;
        boolean fires = firings != null && firings.membrane() != null;
        Node membrane = fires ? firings.membrane() : first != null ? first : out;
        return new ParsedStep(graph, declarations.constants(), all, out, membrane, fires ? firings.threshold() : null);
    }

    private void statement() {
        Token first = tokens.expectName("a statement");
        switch (first.text()) {
            case "constant" -> declarations.constant();
            case "input" -> declarations.input(source.input());
            case "state" -> state();
            case REFRACTORY -> refractory(first);
            case "spike" -> spike(first);
            case "on" -> onSpike();
            case "output" -> output();
            default -> assignmentOrEquation(first);
        }
        tokens.expectEnd();
    }

    private void state() {
        Token name = declarations.newName();
        if (scope.has(name.text()) && !name.text().equals(source.input())) {
            throw tokens.error(name, "the name '" + name.text() + "' is taken");
        }
        tokens.expect("=");
        Token at = tokens.peek();
        Quantity initial = expressions.sum();
        if (initial.node().isVarying()) {
            throw tokens.error(at, "a state starts at a constant, which does not depend on a state or the input");
        }
        Node before = graph.symbol(name.text(), true);
        states.put(name.text(), new ParsedStep.ParsedState(name.text(), initial.node(), before, before));
        scope.put(name.text(), new Quantity(before, initial.dimension()));
    }

    private void refractory(Token place) {
        if (!pending.isEmpty() || spike != null) {
            throw tokens.error(place, "'refractory' must stand before the equations");
        }
        Quantity length = expressions.sum();
        Dimension time = scope.get("dt").dimension();
        if (!length.dimension().equals(time) || length.node().isVarying()) {
            throw tokens.error(place, "the refractory time must be a constant time, had " + length.dimension());
        }
        refractoryTime = length.node();
        Node before = graph.symbol(REFRACTORY, true);
        states.put(REFRACTORY, new ParsedStep.ParsedState(REFRACTORY, graph.number(0), before, before));
        scope.put(REFRACTORY, new Quantity(before, time));
        if (tokens.peek().is("holding")) {
            do {
                tokens.next();
                Token name = tokens.expectName("a state");
                requireState(name);
                held.add(name.text());
            } while (tokens.peek().is(","));
        }
    }

    private Node isRefractory() {
        Node half = graph.number(source.dt() / 2); // between the last step and the one before, whatever the rounding
        return graph.apply(Op.LESS, half, states.get(REFRACTORY).before());
    }

    private void spike(Token place) {
        if (firings == null || firings.membrane() != null) {
            throw tokens.error(
                    place,
                    firings == null
                            ? "this neuron does not fire"
                            : "a neuron fires once in a step; this is a second spike");
        }
        takeOver();
        Token when = tokens.expectName("'when'");
        if (!when.is("when")) {
            throw tokens.error(when, "'when' is wanted here, found " + when.shown());
        }
        Quantity value = expressions.sum();
        Token sign = tokens.next();
        String wanted = source.condition() == FireCondition.AT_THRESHOLD ? ">=" : ">";
        if (!sign.is(wanted)) {
            throw tokens.error(
                    sign,
                    "'" + wanted + "' is wanted here, since the neuron fires " + source.condition() + ", found "
                            + sign.shown());
        }
        Quantity threshold = expressions.sum();
        expressions.sameDimension(sign, value, threshold);
        spike = firings.spike(graph, value.node(), threshold.node());
        if (refractoryTime != null) {
            Node time = states.get(REFRACTORY).before();
            spike = graph.select(isRefractory(), graph.number(0), spike);
            Node shorter = graph.apply(Op.MAX, graph.number(0), graph.subtract(time, graph.number(source.dt())));
            scope.put(
                    REFRACTORY,
                    new Quantity(
                            graph.select(spike, refractoryTime, shorter),
                            scope.get("dt").dimension()));
        }
    }

    private void onSpike() {
        Token word = tokens.expectName("'spike'");
        if (!word.is("spike") || spike == null) {
            throw tokens.error(
                    word, spike == null ? "'spike when' must come before 'on spike'" : "'on spike' is wanted here");
        }
        boolean detached = tokens.accept("detached");
        tokens.expect(":");
        Node s = detached ? graph.apply(Op.DETACH, spike) : spike;
        while (true) {
            jump(tokens.expectName("a state"), s);
            boolean another = tokens.endsStatement() && tokens.peek().text().equals(";");
            boolean assigns = another && states.containsKey(tokens.peek(1).text());
            if (!assigns) {
                return;
            }
            tokens.next();
        }
    }

    /** v = (1 - s) v + s value, or v + s amount. */
    private void jump(Token name, Node s) {
        requireState(name);
        Quantity old = scope.get(name.text());
        Token sign = tokens.next();
        if (!sign.is("=") && !sign.is("+=") && !sign.is("-=")) {
            throw tokens.error(sign, "'=', '+=' or '-=' is wanted here, found " + sign.shown());
        }
        Quantity value = expressions.sum();
        expressions.sameDimension(sign, old, value);
        Node share = graph.multiply(s, value.node());
        Node kept = graph.multiply(graph.subtract(graph.number(1), s), old.node());
        Node next = sign.is("=")
                ? graph.add(kept, share)
                : graph.apply(sign.is("+=") ? Op.ADD : Op.SUBTRACT, old.node(), share);
        scope.put(name.text(), new Quantity(next, old.dimension()));
    }

    private void output() {
        takeOver();
        output = expressions.expression().node();
    }

    private void assignmentOrEquation(Token first) {
        boolean equation = first.text().startsWith("d")
                && tokens.peek().is("/")
                && tokens.peek(1).is("dt");
        if (equation) {
            tokens.next();
            tokens.next();
            equation(first);
            return;
        }
        Token sign = tokens.peek();
        if (!sign.is("=") && !sign.is("+=") && !sign.is("-=")) {
            throw tokens.error(
                    first,
                    "'" + first.text() + "' starts no statement; there are constant, input, state,"
                            + " refractory, spike when, on spike, output, name = expression and dname/dt = expression");
        }
        boolean state = states.containsKey(first.text());
        if (state) {
            takeOver();
        } else if (sign.is("=")) {
            declarations.requireNew(first);
        }
        tokens.next();
        Quantity value = expressions.expression();
        if (!sign.is("=") && !state) {
            throw tokens.error(first, "'" + first.text() + "' is no state that could be added to");
        }
        if (state) {
            Quantity old = scope.get(first.text());
            expressions.sameDimension(sign, old, value);
            Node next = sign.is("=")
                    ? value.node()
                    : graph.apply(sign.is("+=") ? Op.ADD : Op.SUBTRACT, old.node(), value.node());
            value = new Quantity(next, old.dimension());
        }
        scope.put(first.text(), value);
    }

    private void equation(Token derivative) {
        String name = derivative.text().substring(1);
        if (!states.containsKey(name)) {
            throw tokens.error(derivative, "'" + name + "' is no state; declare it by 'state " + name + " = ...'");
        }
        if (pending.containsKey(name)) {
            throw tokens.error(derivative, "this is a second equation of '" + name + "'");
        }
        tokens.expect("=");
        Token at = tokens.peek();
        Quantity rate = expressions.sum();
        Quantity state = scope.get(name);
        Dimension wanted = state.dimension().over(scope.get("dt").dimension());
        if (!rate.node().is(0) && !rate.dimension().equals(wanted)) {
            throw tokens.error(at, "d" + name + "/dt has the unit " + wanted + ", this expression " + rate.dimension());
        }
        Scheme scheme = tokens.accept(":") ? scheme(tokens.expectName("a scheme")) : source.scheme();
        Discretisation discretisation =
                new Discretisation(graph, scope.get("dt").node());
        try {
            Node next = discretisation.step(state.node(), rate.node(), scheme, graph.symbol(ParsedStep.INPUT, true));
            pending.put(name, held.contains(name) ? graph.select(isRefractory(), state.node(), next) : next);
        } catch (Discretisation.UnsuitableException e) {
            throw tokens.error(at, e.getMessage());
        }
    }

    private Scheme scheme(Token word) {
        for (Scheme scheme : Scheme.values()) {
            if (scheme.word().equals(word.text())) {
                return scheme;
            }
        }
        throw tokens.error(word, "there is no scheme '" + word.text() + "'; there are euler, exponential and exact");
    }

    private void takeOver() {
        pending.forEach((name, node) ->
                scope.put(name, new Quantity(node, scope.get(name).dimension())));
        pending.clear();
    }

    private void requireState(Token name) {
        if (!states.containsKey(name.text())) {
            throw tokens.error(
                    name, "'" + name.text() + "' is no state; states are " + String.join(", ", states.keySet()));
        }
    }
}

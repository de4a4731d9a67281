package org.spike4j.neuron.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;
import org.spike4j.neuron.Sharing;

/** Reads what a text declares: constants and its input. */
final class Declarations {
    private static final Set<String> TAKEN =
            Set.of("dt", "xi", "normal", "pi", "e", "constant", "input", "state", "spike", "on", "output", "when");

    private final TokenReader tokens;
    private final Graph graph;
    private final Scope scope;
    private final ExpressionParser expressions;
    private final List<DeclaredConstant> constants = new ArrayList<>();

    Declarations(TokenReader tokens, Graph graph, Scope scope, ExpressionParser expressions) {
        this.tokens = tokens;
        this.graph = graph;
        this.scope = scope;
        this.expressions = expressions;
    }

    List<DeclaredConstant> constants() {
        return constants;
    }

    /** Reads a name that nothing has yet. */
    Token newName() {
        Token name = tokens.expectName("a new name");
        requireNew(name);
        return name;
    }

    void requireNew(Token name) {
        boolean declared = constants.stream().anyMatch(c -> c.constant().name().equals(name.text()));
        if (TAKEN.contains(name.text()) || declared) {
            throw tokens.error(name, "the name '" + name.text() + "' is taken");
        }
    }

    /** name = value [in (lower, upper)] [learned [per channel | per neuron]]. */
    void constant() {
        Token name = newName();
        tokens.expect("=");
        Quantity value = number("a constant's value");
        Domain domain = Domain.reals();
        if (tokens.accept("in")) {
            Token at = tokens.peek();
            tokens.expect("(");
            double lower = bound(value);
            tokens.expect(",");
            double upper = bound(value);
            tokens.expect(")");
            domain = domain(at, lower, upper, value.node().number());
        }
        Sharing learned = tokens.accept("learned") ? sharing() : null;
        Constant constant = new Constant(name.text(), value.node().number(), domain);
        constants.add(new DeclaredConstant(constant, value.dimension().toString(), learned));
        scope.put(name.text(), new Quantity(graph.symbol(name.text(), false), value.dimension()));
    }

    private Sharing sharing() {
        if (!tokens.accept("per")) {
            return Sharing.SHARED;
        }
        Token word = tokens.expectName("'channel' or 'neuron'");
        return switch (word.text()) {
            case "channel" -> Sharing.PER_CHANNEL;
            case "neuron" -> Sharing.PER_NEURON;
            default -> throw tokens.error(word, "'channel' or 'neuron' is wanted here, found " + word.shown());
        };
    }

    private Domain domain(Token at, double lower, double upper, double value) {
        if (!(lower < value && value < upper)) {
            throw tokens.error(at, "the value " + value + " must lie between the bounds " + lower + " and " + upper);
        }
        if (Double.isInfinite(lower)) {
            throw tokens.error(at, "a bound above needs one below");
        }
        return new Domain(lower, upper);
    }

    private double bound(Quantity value) {
        Token at = tokens.peek();
        if (tokens.accept("infinity")) {
            return Double.POSITIVE_INFINITY;
        }
        Quantity bound = number("a bound");
        expressions.sameDimension(at, value, bound);
        return bound.node().number();
    }

    private Quantity number(String what) {
        Token at = tokens.peek();
        Quantity value = expressions.sum();
        if (value.node().op() != Op.NUMBER) {
            throw tokens.error(at, what + " must be a number with its unit");
        }
        return value;
    }

    /** name [: unit]. */
    void input(String otherwise) {
        Token name = newName();
        Dimension dimension = Dimension.NONE;
        if (tokens.accept(":")) {
            Token unit = tokens.expectName("a unit");
            dimension = Unit.of(unit.text())
                    .filter(one -> one.factor() == 1)
                    .orElseThrow(() -> tokens.error(
                            unit,
                            "'" + unit.text() + "' is no unit of an input; there are mV, ms, nS, pA, pF, GOhm, kHz"))
                    .dimension();
        }
        if (!name.text().equals(otherwise)) {
            scope.remove(otherwise);
        }
        scope.put(name.text(), new Quantity(graph.symbol(ParsedStep.INPUT, true), dimension));
    }
}

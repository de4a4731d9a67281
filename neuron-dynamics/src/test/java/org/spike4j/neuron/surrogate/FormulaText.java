package org.spike4j.neuron.surrogate;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Evaluates the text of {@link Surrogate#formula}, by its grammar and nothing more. */
final class FormulaText {
    private static final Map<String, DoubleUnaryOperator> FUNCTIONS = Map.of(
            "exp", Math::exp,
            "log", Math::log,
            "sqrt", Math::sqrt,
            "abs", Math::abs,
            "sin", Math::sin,
            "cos", Math::cos,
            "tanh", Math::tanh,
            "sigmoid", u -> 1 / (1 + Math.exp(-u)));

    private static final Map<String, DoubleBinaryOperator> FUNCTIONS_OF_TWO =
            Map.of("min", Math::min, "max", Math::max);

    private final String text;
    private final Map<String, Double> names;
    private int at;

    private FormulaText(String text, Map<String, Double> names) {
        this.text = text;
        this.names = names;
    }

    static double evaluate(String text, Map<String, Double> names) {
        FormulaText formula = new FormulaText(text, names);
        double value = formula.sum();
        if (formula.peek() != 0) {
            throw formula.wrong("the end");
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (peek() == '+' || peek() == '-') {
            value = next() == '+' ? value + product() : value - product();
        }
        return value;
    }

    private double product() {
        double value = signed();
        while (peek() == '*' || peek() == '/') {
            value = next() == '*' ? value * signed() : value / signed();
        }
        return value;
    }

    private double signed() {
        if (peek() == '-') {
            next();
            return -signed();
        }
        double base = primary();
        if (peek() == '^') {
            next();
            return Math.pow(base, signed());
        }
        return base;
    }

    private double primary() {
        if (peek() == '(') {
            next();
            double value = sum();
            expect(')');
            return value;
        }
        if (Character.isDigit(peek())) {
            return Double.parseDouble(run("0123456789."));
        }
        String name = run("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
        if (peek() == '(') {
            next();
            double value = call(name);
            expect(')');
            return value;
        }
        return name.equals("pi") ? Math.PI : names.get(name);
    }

    private double call(String name) {
        if (name.equals("where")) {
            boolean holds = comparison();
            expect(',');
            double then = sum();
            expect(',');
            double otherwise = sum();
            return holds ? then : otherwise;
        }
        double first = sum();
        if (FUNCTIONS.containsKey(name)) {
            return FUNCTIONS.get(name).applyAsDouble(first);
        }
        expect(',');
        return FUNCTIONS_OF_TWO.get(name).applyAsDouble(first, sum());
    }

    private boolean comparison() {
        double left = sum();
        peek();
        String sign = run("<>=");
        double right = sum();
        return switch (sign) {
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">" -> left > right;
            case ">=" -> left >= right;
            default -> throw wrong("a comparison");
        };
    }

    /** The longest run of these characters from here on. */
    private String run(String characters) {
        int start = at;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == start) {
            throw wrong("one of " + characters);
        }
        return text.substring(start, at);
    }

    /** The next character that is no blank; 0 at the end. */
    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private char next() {
        char found = peek();
        at++;
        return found;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw wrong("'" + wanted + "'");
        }
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("expected " + wanted + " at " + at + " of " + text);
    }
}

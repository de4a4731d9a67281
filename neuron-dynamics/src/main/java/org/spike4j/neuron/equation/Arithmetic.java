package org.spike4j.neuron.equation;

/** The operations in double, one value at a time: what every other way of computing them is compared with. */
public final class Arithmetic {
    private Arithmetic() {}

    /**
     * Value of an operation that needs nothing but its arguments.
     *
     * @param op the operation
     * @param a first argument
     * @param b second argument, if it has one
     * @param c third argument, if it has one
     * @return its value
     */
    public static double value(Op op, double a, double b, double c) {
        return switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case NEGATE -> -a;
            case POWER -> Math.pow(a, b);
            case EXP -> Math.exp(a);
            case LOG -> Math.log(a);
            case SQRT -> Math.sqrt(a);
            case SIN -> Math.sin(a);
            case COS -> Math.cos(a);
            case TANH -> Math.tanh(a);
            case SIGMOID -> 1 / (1 + Math.exp(-a));
            case ABS -> Math.abs(a);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case ROUND -> Math.rint(a);
            case LESS -> a < b ? 1 : 0;
            case LESS_OR_EQUAL -> a <= b ? 1 : 0;
            case SELECT -> a != 0 ? b : c;
            case FIRE_AT -> a >= 0 ? 1 : 0;
            case FIRE_ABOVE -> a > 0 ? 1 : 0;
            case DETACH -> a;
            case NUMBER, SYMBOL, COUNT, SLOPE ->
                throw new IllegalArgumentException(op + " needs more than its arguments");
        };
    }

    /**
     * Value of a node.
     *
     * @param node any but a symbol
     * @param a value of its first argument
     * @param b value of its second argument, if it has one
     * @param c value of its third argument, if it has one
     * @return its value
     */
    public static double value(Node node, double a, double b, double c) {
        return switch (node.op()) {
            case NUMBER -> node.number();
            case COUNT -> Math.rint(Math.max(0, Math.min(node.number(), a)));
            case SLOPE -> node.surrogate().derivative(a);
            default -> value(node.op(), a, b, c);
        };
    }
}

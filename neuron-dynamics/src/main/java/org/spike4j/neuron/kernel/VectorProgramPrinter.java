package org.spike4j.neuron.kernel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spike4j.neuron.equation.Node;
import org.spike4j.neuron.equation.Op;
import org.spike4j.neuron.equation.Schedule;

/**
 * Prints a program as a Java class on the Vector API, one statement a node. Everything is straight-line arithmetic within the
 * loop over the row, so that no vector lives in an object; what the Vector API would compute by a library function, whose last
 * bit depends on whether the JIT has run, is printed as arithmetic or left to {@link VectorFunctions}.
 */
final class VectorProgramPrinter {
    static final String NAME = "CompiledProgram";

    private final ProgramCode code;
    private final StringBuilder text = new StringBuilder();
    private Set<Node> asMask = new HashSet<>();
    private Set<Node> asValue = new HashSet<>();

    private VectorProgramPrinter(ProgramCode code) {
        this.code = code;
    }

    static String print(ProgramCode code) {
        return new VectorProgramPrinter(code).all();
    }

    private String all() {
        line("package org.spike4j.neuron.kernel;");
        line("import jdk.incubator.vector.*;");
        line("public final class " + NAME + " extends FloatRows {");
        line("private static final VectorSpecies S = VectorStep.SPECIES;");
        line("private final org.spike4j.neuron.surrogate.Surrogate surrogate;");
        line("public " + NAME + "(org.spike4j.neuron.surrogate.Surrogate s) { surrogate = s; }");
        forward();
        backward();
        line("}");
        return text.toString();
    }

    private void forward() {
        line("void step(int count, float[] x, float[] from, int fromAt, float[] to, int toAt, int stride,"
                + " float[][] c, int[] m, float[] normal, float[] y, float[] h) {");
        List<Node> nodes = Schedule.of(code.program().graph(), code.forwardResults());
        begin(nodes, code.forwardResults());
        nodes.forEach(node -> node(node));
        List<Node> after = code.program().after();
        for (int s = 0; s < after.size(); s++) {
            line(value(after.get(s)) + ".intoArray(to, toAt + " + s + " * stride + k);");
        }
        line(value(code.output()) + ".intoArray(y, k);");
        line(value(code.program().membrane()) + ".intoArray(h, k);");
        line("} }");
    }

    private void backward() {
        line("void stepBack(int count, float[] x, float[] from, int fromAt, int stride, float[][] c, int[] m,"
                + " float[] normal, float[] gy, float[] gh, float[] states, float[] dx, float[][] sums) {");
        List<Node> nodes = Schedule.of(code.program().graph(), code.backwardResults());
        for (int s = 0; s < code.coefficientGradients().size(); s++) {
            line("final float[] s" + s + " = sums[" + s + "];");
        }
        begin(nodes, code.backwardResults());
        nodes.forEach(node -> node(node));
        for (int s = 0; s < code.stateGradients().size(); s++) {
            line(value(code.stateGradients().get(s)) + ".intoArray(states, " + s + " * stride + k);");
        }
        line(value(code.inputGradient()) + ".intoArray(dx, k);");
        for (int s = 0; s < code.coefficientGradients().size(); s++) {
            line("FloatVector.fromArray(S, s" + s + ", k).add("
                    + value(code.coefficientGradients().get(s)) + ").intoArray(s" + s + ", k);");
        }
        line("} }");
    }

    /** Rows of coefficients, the head of the loop, and who is used how. */
    private void begin(List<Node> nodes, List<Node> results) {
        List<Node> coefficients = code.program().coefficients();
        for (int c = 0; c < coefficients.size(); c++) {
            if (nodes.contains(coefficients.get(c))) {
                line("final float[] c" + c + " = c[" + c + "]; final int m" + c + " = m[" + c + "];");
            }
        }
        line("for (int k = 0; k < count; k += " + VectorStep.LANES + ") {");
        asMask = new HashSet<>();
        asValue = new HashSet<>(results);
        for (Node node : nodes) {
            for (int k = 0; k < node.arguments().size(); k++) {
                boolean condition = node.op() == Op.SELECT && k == 0;
                (condition ? asMask : asValue).add(node.argument(k));
            }
        }
    }

    private void node(Node node) {
        switch (node.op()) {
            case NUMBER -> {
                // printed where it is used
            }
            case SYMBOL -> define(node, symbol(node));
            case DETACH -> define(node, value(node.argument(0)));
            case LESS, LESS_OR_EQUAL, FIRE_AT, FIRE_ABOVE -> comparison(node);
            case EXP -> exponential(node, value(node.argument(0)));
            case SIGMOID -> {
                exponential(node, value(node.argument(0)) + ".neg()");
                define(node, broadcast(1) + ".div(e" + node.index() + ".add(1f))");
            }
            case TANH -> {
                String a = value(node.argument(0));
                exponential(node, a + ".abs().mul(-2f)");
                String e = "e" + node.index();
                line("final FloatVector t" + node.index() + " = " + broadcast(1) + ".sub(" + e + ").div(" + e
                        + ".add(1f));");
                String t = "t" + node.index();
                define(node, t + ".blend(" + t + ".neg(), " + a + ".compare(VectorOperators.LT, 0f))");
            }
            case SELECT ->
                define(
                        node,
                        value(node.argument(2)) + ".blend(" + operand(node.argument(1)) + ", " + mask(node.argument(0))
                                + ")");
            default -> define(node, plain(node));
        }
        if (asMask.contains(node) && !isComparison(node) && node.op() != Op.NUMBER) {
            line("final VectorMask m_" + node.index() + " = " + value(node) + ".compare(VectorOperators.NE, 0f);");
        }
    }

    private String plain(Node node) {
        String a = value(node.argument(0));
        String b = node.arguments().size() > 1 ? operand(node.argument(1)) : "";
        return switch (node.op()) {
            case ADD -> a + ".add(" + b + ")";
            case SUBTRACT -> a + ".sub(" + b + ")";
            case MULTIPLY -> a + ".mul(" + b + ")";
            case DIVIDE -> a + ".div(" + b + ")";
            case NEGATE -> a + ".neg()";
            case ABS -> a + ".abs()";
            case SQRT -> a + ".sqrt()";
            case MIN -> a + ".min(" + b + ")";
            case MAX -> a + ".max(" + b + ")";
            case ROUND -> "VectorFunctions.round(" + a + ")";
            case COUNT -> "VectorFunctions.round(" + a + ".max(0f).min(" + number(node.number()) + "))";
            case LOG -> "VectorFunctions.log(" + a + ")";
            case SIN -> "VectorFunctions.sin(" + a + ")";
            case COS -> "VectorFunctions.cos(" + a + ")";
            case POWER -> "VectorFunctions.power(" + a + ", " + value(node.argument(1)) + ")";
            case SLOPE -> "VectorFunctions.slope(surrogate, " + a + ")";
            default -> throw new IllegalStateException(node.op() + " is printed elsewhere");
        };
    }

    private void comparison(Node node) {
        String a = value(node.argument(0));
        String mask = switch (node.op()) {
            case LESS -> a + ".compare(VectorOperators.LT, " + operand(node.argument(1)) + ")";
            case LESS_OR_EQUAL -> a + ".compare(VectorOperators.LE, " + operand(node.argument(1)) + ")";
            case FIRE_AT -> a + ".compare(VectorOperators.GE, 0f)";
            default -> a + ".compare(VectorOperators.GT, 0f)";
        };
        line("final VectorMask m_" + node.index() + " = " + mask + ";");
        if (asValue.contains(node)) {
            define(node, "FloatVector.zero(S).blend(1f, m_" + node.index() + ")");
        }
    }

    /** exp(x) by range reduction and a polynomial, relative error below 2e-7, as in {@link VectorSurrogate}. */
    private void exponential(Node node, String x) {
        String i = Integer.toString(node.index());
        line("final FloatVector z" + i + " = " + x + ".max(-87f).min(88f);");
        line("final FloatVector w" + i + " = z" + i + ".mul(1.442695041f).add(12582912f);");
        line("final FloatVector u" + i + " = w" + i + ".sub(12582912f);");
        line("final FloatVector r" + i + " = u" + i + ".mul(-0.693359375f).add(z" + i + ").sub(u" + i
                + ".mul(-2.12194440e-4f));");
        String r = "r" + i;
        line("final FloatVector p" + i + " = " + r + ".mul(" + number(1.0 / 720) + ").add(" + number(1.0 / 120)
                + ").mul("
                + r + ").add(" + number(1.0 / 24) + ").mul(" + r + ").add(" + number(1.0 / 6) + ").mul(" + r
                + ").add(0.5f).mul(" + r + ").add(1f).mul(" + r + ").add(1f);");
        String power = "w" + i + ".reinterpretAsInts().lanewise(VectorOperators.LSHL, 23).add(127 << 23)"
                + ".reinterpretAsFloats()";
        line("final FloatVector e" + i + " = p" + i + ".mul(" + power + ");");
        if (node.op() == Op.EXP) {
            define(node, "e" + i);
        }
    }

    private String symbol(Node node) {
        int coefficient = code.program().coefficients().indexOf(node);
        if (coefficient >= 0) {
            return "FloatVector.fromArray(S, c" + coefficient + ", k & m" + coefficient + ")";
        }
        List<Node> before = code.program().before();
        int state = before.indexOf(node);
        if (state >= 0) {
            return "FloatVector.fromArray(S, from, fromAt + " + state + " * stride + k)";
        }
        for (int s = 0; s < before.size(); s++) {
            if (node == code.laterGradient(s)) {
                return "FloatVector.fromArray(S, states, " + s + " * stride + k)";
            }
        }
        String row = node == code.input()
                ? "x"
                : node == code.normal() ? "normal" : node == code.outputGradient() ? "gy" : "gh";
        return "FloatVector.fromArray(S, " + row + ", k)";
    }

    private void define(Node node, String expression) {
        line("final FloatVector n" + node.index() + " = " + expression + ";");
    }

    /** A vector. */
    private String value(Node node) {
        return node.op() == Op.NUMBER ? broadcast(node.number()) : "n" + node.index();
    }

    /** A vector, or a number where the Vector API takes one. */
    private String operand(Node node) {
        return node.op() == Op.NUMBER ? number(node.number()) : "n" + node.index();
    }

    private static String mask(Node node) {
        return "m_" + node.index();
    }

    private static boolean isComparison(Node node) {
        return switch (node.op()) {
            case LESS, LESS_OR_EQUAL, FIRE_AT, FIRE_ABOVE -> true;
            default -> false;
        };
    }

    private static String broadcast(double value) {
        return "FloatVector.broadcast(S, " + number(value) + ")";
    }

    private static String number(double value) {
        float rounded = (float) value;
        return Float.isInfinite(rounded)
                ? (rounded > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY")
                : rounded + "f";
    }

    private void line(String statement) {
        text.append(statement).append('\n');
    }
}

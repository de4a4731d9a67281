package org.spike4j.neuron.equation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spike4j.neuron.Tap;

/**
 * The step of a neuron, ready to be executed: what varies from step to step, as a graph over states, input and coefficients;
 * and the coefficients, as a graph over constants. Coefficient 0 is the gain and coefficient 1 the drive of the input, which
 * enters as gain x + drive; the others are the largest expressions that no state and no input enters.
 */
public final class StepProgram {
    /** The symbol of the input. */
    public static final String INPUT = ParsedStep.INPUT;
    /** The symbol of a standard normal number. */
    public static final String NORMAL = ParsedStep.NORMAL;
    /** The symbol of dL / d output. */
    public static final String OUTPUT_GRADIENT = "output gradient";
    /** The symbol of dL / d membrane. */
    public static final String MEMBRANE_GRADIENT = "membrane gradient";

    private static final String GAIN = "input gain";
    private static final String DRIVE = "input drive";
    private static final int COMMON = 2;

    private final ParsedStep parsed;
    private final Graph step = new Graph();
    private final List<Node> coefficients = new ArrayList<>();
    private final List<Node> definitions = new ArrayList<>();
    private final List<Node> before = new ArrayList<>();
    private final List<Node> after = new ArrayList<>();
    private final Node input;
    private final Node output;
    private final Node membrane;
    private final Node distance;
    private final List<String> constantNames = new ArrayList<>();
    private final Evaluation initial;
    private final Evaluation defined;
    private final Evaluation pullBack;

    private StepProgram(ParsedStep parsed, List<String> given) {
        this.parsed = parsed;
        constantNames.addAll(given);
        parsed.declared().forEach(one -> constantNames.add(one.constant().name()));
        input = step.symbol(INPUT, true);
        Node gain = step.symbol(GAIN, false);
        Node drive = step.symbol(DRIVE, false);
        coefficients.add(gain);
        coefficients.add(drive);
        Map<Node, Node> mapped = new HashMap<>();
        Node scaled = step.add(step.multiply(gain, input), drive);
        mapped.put(parsed.graph().symbol(INPUT, true), scaled);
        parsed.states().forEach(state -> before.add(step.symbol(state.name(), true)));
        parsed.states().forEach(state -> after.add(taken(state.after(), mapped)));
        output = taken(parsed.output(), mapped);
        membrane = taken(parsed.membrane(), mapped);
        distance = parsed.threshold() == null ? membrane : step.subtract(membrane, taken(parsed.threshold(), mapped));
        initial = Evaluation.of(
                parsed.graph(),
                parsed.states().stream().map(ParsedStep.ParsedState::initial).toList());
        defined = Evaluation.of(parsed.graph(), definitions);
        pullBack = pullBack();
    }

    /**
     * Compiles a text.
     *
     * @param text a neuron's text
     * @return its step
     * @throws EquationException if the text is no neuron
     */
    public static StepProgram of(StepText text) {
        return new StepProgram(StepParser.parse(text), text.given());
    }

    /** A node of the parsed graph over coefficients. */
    private Node taken(Node node, Map<Node, Node> mapped) {
        Node known = mapped.get(node);
        if (known != null) {
            return known;
        }
        Node result;
        if (!node.isVarying() && node.op() != Op.NUMBER) {
            result = step.symbol("coefficient " + coefficients.size(), false);
            coefficients.add(result);
            definitions.add(node);
        } else {
            Node[] arguments =
                    node.arguments().stream().map(a -> taken(a, mapped)).toArray(Node[]::new);
            result = step.like(node, arguments);
        }
        mapped.put(node, result);
        return result;
    }

    /**
     * The constants that the text declares.
     *
     * @return in its order
     */
    public List<DeclaredConstant> declared() {
        return parsed.declared();
    }

    /**
     * Names of the state variables.
     *
     * @return in the order of the text
     */
    public List<String> states() {
        return parsed.states().stream().map(ParsedStep.ParsedState::name).toList();
    }

    /**
     * Whether the neuron spikes.
     *
     * @return false for one that only integrates
     */
    public boolean fires() {
        return parsed.threshold() != null;
    }

    /**
     * Whether a step needs a random number.
     *
     * @return true if the text has noise
     */
    public boolean isNoisy() {
        Set<Node> all = new LinkedHashSet<>(after);
        all.add(output);
        Node normal = step.symbol(NORMAL, true);
        return Schedule.of(step, all).contains(normal);
    }

    /**
     * The expressions of the step.
     *
     * @return the graph of states, input and coefficients
     */
    public Graph graph() {
        return step;
    }

    /**
     * The symbols of the coefficients.
     *
     * @return gain and drive of the input, and the others
     */
    public List<Node> coefficients() {
        return coefficients;
    }

    /**
     * The symbols of the states before the step.
     *
     * @return in the order of {@link #states}
     */
    public List<Node> before() {
        return before;
    }

    /**
     * The states behind the step.
     *
     * @return in the order of {@link #states}
     */
    public List<Node> after() {
        return after;
    }

    /**
     * What the neuron puts out.
     *
     * @param tap the spike (or whatever the text says is the output), the membrane that is compared with the threshold, its
     *     distance to the threshold, or the first state behind the step
     * @return the expression
     * @throws IllegalArgumentException if the neuron has no such quantity
     */
    public Node output(Tap tap) {
        return switch (tap) {
            case SPIKE -> output;
            case MEMBRANE -> membrane;
            case DISTANCE -> distance;
            case RESET, CARRIED -> {
                if (after.isEmpty()) {
                    throw new IllegalArgumentException("a neuron without a state has no tap " + tap);
                }
                yield after.get(0);
            }
        };
    }

    /**
     * What is compared with the threshold.
     *
     * @return the expression
     */
    public Node membrane() {
        return membrane;
    }

    /**
     * The step backwards: gradients with respect to states before the step, input and coefficients, given those with respect
     * to the states behind it (symbols named as {@link #gradientName}), the output and the membrane.
     *
     * @param put what is put out
     * @param wanted indices of the coefficients whose gradients are wanted
     * @return gradient by symbol
     */
    public Map<Node, Node> adjoint(Node put, Set<Integer> wanted) {
        Map<Node, Node> seeds = new LinkedHashMap<>();
        seeds.put(put, step.symbol(OUTPUT_GRADIENT, true));
        seeds.merge(membrane, step.symbol(MEMBRANE_GRADIENT, true), step::add);
        for (int k = 0; k < after.size(); k++) {
            seeds.merge(after.get(k), step.symbol(gradientName(k), true), step::add);
        }
        Set<Node> leaves = new LinkedHashSet<>(before);
        leaves.add(input);
        wanted.forEach(k -> leaves.add(coefficients.get(k)));
        return Adjoint.of(step, seeds, leaves);
    }

    /**
     * Name of the symbol of dL / d state behind the step.
     *
     * @param state its index
     * @return a name that no text can use
     */
    public String gradientName(int state) {
        return "gradient of " + parsed.states().get(state).name();
    }

    /**
     * The states before the first step.
     *
     * @param constants values by name
     * @return one value a state
     */
    public double[] initialStates(Map<String, Double> constants) {
        return initial.values(constants);
    }

    /**
     * Computes the coefficients.
     *
     * @param constants values by name
     * @param values receives them behind gain and drive, which are left alone
     */
    public void coefficients(Map<String, Double> constants, double[] values) {
        double[] own = defined.values(constants);
        System.arraycopy(own, 0, values, COMMON, own.length);
    }

    /**
     * The coefficients that some constants enter.
     *
     * @param constants their names
     * @return indices of coefficients
     */
    public Set<Integer> coefficientsBehind(Collection<String> constants) {
        Set<Integer> behind = new LinkedHashSet<>();
        for (int k = 0; k < definitions.size(); k++) {
            boolean enters = Schedule.of(parsed.graph(), List.of(definitions.get(k))).stream()
                    .anyMatch(node -> node.op() == Op.SYMBOL && constants.contains(node.name()));
            if (enters) {
                behind.add(COMMON + k);
            }
        }
        return behind;
    }

    /**
     * Pulls gradients with respect to the coefficients back to the constants.
     *
     * @param constants values by name
     * @param gradient dL / d coefficient; not modified
     * @return dL / d constant by name
     */
    public Map<String, Double> pullBack(Map<String, Double> constants, double[] gradient) {
        Map<String, Double> symbols = new HashMap<>(constants);
        for (int k = 0; k < definitions.size(); k++) {
            symbols.put(definitionGradient(k), gradient[COMMON + k]);
        }
        double[] pulled = pullBack.values(symbols);
        Map<String, Double> result = new HashMap<>();
        for (int k = 0; k < pulled.length; k++) {
            result.put(constantNames.get(k), pulled[k]);
        }
        return result;
    }

    /** dL / d constant, in the order of the constants, as expressions of constants and dL / d coefficient. */
    private Evaluation pullBack() {
        Graph graph = parsed.graph();
        Map<Node, Node> seeds = new LinkedHashMap<>();
        for (int k = 0; k < definitions.size(); k++) {
            seeds.merge(definitions.get(k), graph.symbol(definitionGradient(k), false), graph::add);
        }
        List<Node> leaves =
                constantNames.stream().map(name -> graph.symbol(name, false)).toList();
        Map<Node, Node> gradients = Adjoint.of(graph, seeds, new LinkedHashSet<>(leaves));
        return Evaluation.of(graph, leaves.stream().map(gradients::get).toList());
    }

    private static String definitionGradient(int definition) {
        return "gradient of coefficient " + definition;
    }
}

package org.spike4j.neuron.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.EquationNeuron;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.kernel.KernelChoice;
import org.spike4j.neuron.kernel.RandomArrays;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.Upstream;

/** Every function and operator: its derivative against finite differences, its vectors against the reference. */
class FunctionsTest {
    private static final double STEP = 1e-6;
    private static final double FINITE_DIFFERENCE = 1e-7;
    /** Rounding of arguments up to 75, which an exponential turns into relative errors; and of 1 - tanh^2, times 20. */
    private static final double FLOAT = 6e-6;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x + y",
                "x - y",
                "x * y",
                "x / y",
                "-x",
                "x^2",
                "x^3",
                "x^7",
                "x^-1",
                "x^0.5",
                "x^y",
                "y^x",
                "exp(x)",
                "exp(-30 * x)",
                "log(x)",
                "sqrt(x)",
                "sin(x)",
                "cos(x)",
                "tanh(x)",
                "tanh(-x)",
                "sigmoid(x)",
                "abs(x)",
                "abs(-x)",
                "relu(x - y)",
                "relu(y - x)",
                "min(x, y)",
                "max(x, y)",
                "where(x < y, x * y, x + y)",
                "where(x >= y, x * y, x + y)",
                "where(x, y * x, 1)",
                "x * exp(x * y) / (1 + x)"
            })
    void derivativesAreFiniteDifferences(String text) {
        for (double[] at : new double[][] {{0.7, 1.3}, {1.9, 0.4}}) {
            Graph graph = new Graph();
            Node x = graph.symbol("x", true);
            Node y = graph.symbol("y", true);
            Node value = parse(graph, text, x, y);
            Map<Node, Node> gradient = Adjoint.of(graph, Map.of(value, graph.number(1)), Set.of(x, y));
            double[] slopes = evaluate(graph, List.of(gradient.get(x), gradient.get(y)), at);
            for (int k = 0; k < 2; k++) {
                double[] above = at.clone();
                double[] below = at.clone();
                above[k] += STEP;
                below[k] -= STEP;
                double difference =
                        (evaluate(graph, List.of(value), above)[0] - evaluate(graph, List.of(value), below)[0])
                                / (2 * STEP);
                assertThat(slopes[k])
                        .as("%s at %s", text, Arrays.toString(at))
                        .isCloseTo(difference, within(FINITE_DIFFERENCE * Math.max(1, Math.abs(difference))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i",
                "i * i + 2",
                "2 - i",
                "1 / (2 + i)",
                "(2 + i)^-2.5",
                "exp(i)",
                "exp(50 * i)",
                "exp(-50 * i)",
                "log(3 + i)",
                "sqrt(3 + i)",
                "sin(i)",
                "cos(i)",
                "tanh(i)",
                "tanh(20 * i)",
                "sigmoid(i)",
                "abs(i)",
                "relu(i)",
                "round(2 * i)",
                "min(i, 0.3)",
                "max(i, 0.3)",
                "where(i < 0.2, i, 5 * i)",
                "where(i <= 0.2, 1, i^2)",
                "(i > 0.5) * i",
                "detach(i) * i"
            })
    void vectorsGiveTheValueAndTheDerivativeOfTheReference(String text) {
        EquationNeuron neuron = EquationNeuron.of("output " + text).withCondition(FireCondition.NEVER);
        SequenceShape shape = SequenceShape.of(1, 131, 1, 131);
        Runner reference = new Runner(
                neuron.dynamics(),
                ConstantValues.of(neuron, 1).coefficients(),
                shape,
                DataType.FLOAT,
                KernelChoice.SCALAR);
        Runner fast = reference.inFloat(KernelChoice.AUTOMATIC);
        double[] input = RandomArrays.uniform(new SplittableRandom(1), 131, -1.5, 1.5);
        Upstream upstream = new Upstream(RandomArrays.normal(new SplittableRandom(2), 131), null, null);
        assertClose(
                fast.forward(input, null).output(),
                reference.forward(input, null).output());
        assertClose(
                fast.backward(input, null, upstream, Set.of()).input(),
                reference.backward(input, null, upstream, Set.of()).input());
    }

    private static void assertClose(double[] actual, double[] expected) {
        for (int k = 0; k < expected.length; k++) {
            double tolerance = FLOAT * Math.max(1, Math.abs(expected[k]));
            assertThat(actual[k]).as("element %s", k).isCloseTo(expected[k], within(tolerance));
        }
    }

    private static Node parse(Graph graph, String text, Node x, Node y) {
        Scope scope = new Scope();
        scope.put("x", Quantity.plain(x));
        scope.put("y", Quantity.plain(y));
        return new ExpressionParser(new TokenReader(text), graph, scope, null)
                .expression()
                .node();
    }

    private static double[] evaluate(Graph graph, List<Node> nodes, double[] at) {
        return Evaluation.of(graph, nodes).values(Map.of("x", at[0], "y", at[1]));
    }
}

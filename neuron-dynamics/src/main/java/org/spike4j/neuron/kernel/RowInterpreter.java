package org.spike4j.neuron.kernel;

import java.util.List;
import java.util.stream.IntStream;
import org.spike4j.neuron.equation.Arithmetic;
import org.spike4j.neuron.equation.Graph;
import org.spike4j.neuron.equation.Node;
import org.spike4j.neuron.equation.Op;
import org.spike4j.neuron.equation.Schedule;

/** Executes a program in double, node after node: the reference of compiled programs, which needs no compiler. */
final class RowInterpreter implements ProgramRows<double[]> {
    private final Node[] forward;
    private final Node[] backward;
    private final int size;
    private final int input;
    private final int normal;
    private final int[] before;
    private final int[] after;
    private final int[] coefficientSymbols;
    private final int output;
    private final int membrane;
    private final int outputGradient;
    private final int membraneGradient;
    private final int[] laterGradients;
    private final int[] stateGradients;
    private final int[] coefficientGradients;
    private final int inputGradient;

    RowInterpreter(ProgramCode code) {
        Graph graph = code.program().graph();
        forward = operations(Schedule.of(graph, code.forwardResults()));
        backward = operations(Schedule.of(graph, code.backwardResults()));
        input = code.input().index();
        normal = code.normal().index();
        before = indices(code.program().before());
        after = indices(code.program().after());
        coefficientSymbols = indices(code.program().coefficients());
        output = code.output().index();
        membrane = code.program().membrane().index();
        outputGradient = code.outputGradient().index();
        membraneGradient = code.membraneGradient().index();
        laterGradients = IntStream.range(0, before.length)
                .map(k -> code.laterGradient(k).index())
                .toArray();
        stateGradients = indices(code.stateGradients());
        coefficientGradients = indices(code.coefficientGradients());
        inputGradient = code.inputGradient().index();
        size = graph.size();
    }

    private static Node[] operations(List<Node> nodes) {
        return nodes.stream().filter(node -> node.op() != Op.SYMBOL).toArray(Node[]::new);
    }

    private static int[] indices(List<Node> nodes) {
        return nodes.stream().mapToInt(Node::index).toArray();
    }

    @Override
    public void forward(
            int count,
            double[] x,
            double[] from,
            int fromAt,
            double[] to,
            int toAt,
            int stride,
            double[][] coefficients,
            int[] masks,
            double[] normal,
            double[] y,
            double[] h) {
        double[] values = new double[size];
        for (int k = 0; k < count; k++) {
            symbols(values, k, x, from, fromAt, stride, coefficients, masks, normal);
            run(forward, values);
            for (int s = 0; s < after.length; s++) {
                to[toAt + s * stride + k] = values[after[s]];
            }
            y[k] = values[output];
            h[k] = values[membrane];
        }
    }

    @Override
    public void backward(
            int count,
            double[] x,
            double[] from,
            int fromAt,
            int stride,
            double[][] coefficients,
            int[] masks,
            double[] normal,
            double[] gy,
            double[] gh,
            double[] states,
            double[] dx,
            double[][] sums) {
        double[] values = new double[size];
        for (int k = 0; k < count; k++) {
            symbols(values, k, x, from, fromAt, stride, coefficients, masks, normal);
            values[outputGradient] = gy[k];
            values[membraneGradient] = gh[k];
            for (int s = 0; s < before.length; s++) {
                values[laterGradients[s]] = states[s * stride + k];
            }
            run(backward, values);
            for (int s = 0; s < before.length; s++) {
                states[s * stride + k] = values[stateGradients[s]];
            }
            for (int c = 0; c < sums.length; c++) {
                sums[c][k] += values[coefficientGradients[c]];
            }
            dx[k] = values[inputGradient];
        }
    }

    private void symbols(
            double[] values,
            int k,
            double[] x,
            double[] from,
            int fromAt,
            int stride,
            double[][] coefficients,
            int[] masks,
            double[] normal) {
        values[input] = x[k];
        values[this.normal] = normal[k];
        for (int s = 0; s < before.length; s++) {
            values[before[s]] = from[fromAt + s * stride + k];
        }
        for (int c = 0; c < coefficientSymbols.length; c++) {
            values[coefficientSymbols[c]] = coefficients[c][k & masks[c]];
        }
    }

    private static void run(Node[] nodes, double[] values) {
        for (Node node : nodes) {
            int arity = node.op().arity();
            double a = arity > 0 ? values[node.argument(0).index()] : 0;
            double b = arity > 1 ? values[node.argument(1).index()] : 0;
            double c = arity > 2 ? values[node.argument(2).index()] : 0;
            values[node.index()] = Arithmetic.value(node, a, b, c);
        }
    }
}

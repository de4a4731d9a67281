package org.spike4j.neuron.equation;

import java.util.List;
import java.util.Map;

/** The value of expressions in double, given the values of their symbols. */
final class Evaluation {
    private final Graph graph;
    private final Map<String, Double> symbols;

    private Evaluation(Graph graph, Map<String, Double> symbols) {
        this.graph = graph;
        this.symbols = symbols;
    }

    static Evaluation of(Graph graph, Map<String, Double> symbols) {
        return new Evaluation(graph, symbols);
    }

    double[] values(List<Node> results) {
        double[] all = new double[graph.size()];
        for (Node node : Schedule.of(graph, results)) {
            double[] arguments = new double[3];
            for (int k = 0; k < node.arguments().size(); k++) {
                arguments[k] = all[node.argument(k).index()];
            }
            all[node.index()] = node.op() == Op.SYMBOL
                    ? symbols.get(node.name())
                    : Arithmetic.value(node, arguments[0], arguments[1], arguments[2]);
        }
        return results.stream().mapToDouble(node -> all[node.index()]).toArray();
    }
}

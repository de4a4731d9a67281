package org.spike4j.neuron.equation;

import java.util.List;
import java.util.Map;

/** Computes some expressions in double for any values of their symbols; made once, since finding out their order takes longer. */
final class Evaluation {
    private final List<Node> order;
    private final List<Node> results;
    private final int size;

    private Evaluation(List<Node> order, List<Node> results, int size) {
        this.order = order;
        this.results = results;
        this.size = size;
    }

    static Evaluation of(Graph graph, List<Node> results) {
        return new Evaluation(Schedule.of(graph, results), results, graph.size());
    }

    double[] values(Map<String, Double> symbols) {
        double[] all = new double[size];
        for (Node node : order) {
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

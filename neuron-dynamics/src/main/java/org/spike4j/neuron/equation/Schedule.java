package org.spike4j.neuron.equation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What must be computed for some results, in an order of execution. */
public final class Schedule {
    private Schedule() {}

    /**
     * The nodes behind some results.
     *
     * @param graph of the results
     * @param results nodes
     * @return all that they depend on, and themselves, arguments first
     */
    public static List<Node> of(Graph graph, Collection<Node> results) {
        boolean[] needed = new boolean[graph.size()];
        results.forEach(node -> needed[node.index()] = true);
        List<Node> reversed = new ArrayList<>();
        for (int k = needed.length - 1; k >= 0; k--) {
            if (needed[k]) {
                Node node = graph.node(k);
                reversed.add(node);
                node.arguments().forEach(argument -> needed[argument.index()] = true);
            }
        }
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}

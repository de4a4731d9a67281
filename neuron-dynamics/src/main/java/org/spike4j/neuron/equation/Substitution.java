package org.spike4j.neuron.equation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rebuilds expressions in a graph with some of their nodes replaced. */
final class Substitution {
    private final Graph target;
    private final Map<Node, Node> replaced;

    Substitution(Graph target, Map<Node, Node> replaced) {
        this.target = target;
        this.replaced = new HashMap<>(replaced);
    }

    Node of(Node node) {
        Node known = replaced.get(node);
        if (known != null) {
            return known;
        }
        List<Node> arguments = node.arguments();
        Node rebuilt = target.like(node, arguments.stream().map(this::of).toArray(Node[]::new));
        replaced.put(node, rebuilt);
        return rebuilt;
    }
}

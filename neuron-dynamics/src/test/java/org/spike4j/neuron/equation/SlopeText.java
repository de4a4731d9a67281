package org.spike4j.neuron.equation;

import java.util.List;
import java.util.Map;
import org.spike4j.neuron.surrogate.Surrogate;

/** The formula of a surrogate as programs read it. */
public final class SlopeText {
    private final Graph graph = new Graph();
    private final Node slope;

    /** Reads the formula, which the surrogate must have. */
    public SlopeText(Surrogate surrogate) {
        slope = SlopeExpression.of(graph, surrogate, graph.symbol("x", true));
    }

    /** Its value. */
    public double at(double x) {
        return Evaluation.of(graph, List.of(slope)).values(Map.of("x", x))[0];
    }
}

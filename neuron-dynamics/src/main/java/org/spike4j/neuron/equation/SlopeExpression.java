package org.spike4j.neuron.equation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import org.spike4j.neuron.surrogate.Surrogate;

/** A surrogate's derivative as an expression, where the surrogate says its formula. */
final class SlopeExpression {
    private SlopeExpression() {}

    /** The formula at a node; null if the surrogate has none. */
    static Node of(Graph graph, Surrogate surrogate, Node x) {
        String formula = surrogate.formula().orElse(null);
        if (formula == null) {
            return null;
        }
        Scope scope = new Scope();
        scope.put("x", Quantity.plain(x));
        if (surrogate instanceof Record constants) {
            for (RecordComponent component : constants.getClass().getRecordComponents()) {
                if (component.getType() == double.class || component.getType() == int.class) {
                    scope.put(component.getName(), Quantity.plain(graph.number(value(constants, component))));
                }
            }
        }
        TokenReader tokens = new TokenReader(formula);
        Node slope =
                new ExpressionParser(tokens, graph, scope, null).expression().node();
        tokens.expectEnd();
        return slope;
    }

    private static double value(Record constants, RecordComponent component) {
        try {
            return ((Number) component.getAccessor().invoke(constants)).doubleValue();
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "the constant '" + component.getName() + "' of " + constants.getClass()
                            + " cannot be read, which its" + " formula needs; make the record and its accessors public",
                    e);
        }
    }
}

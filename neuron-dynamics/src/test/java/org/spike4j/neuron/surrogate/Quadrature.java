package org.spike4j.neuron.surrogate;

import java.util.function.DoubleUnaryOperator;

/** The area under a function. */
final class Quadrature {
    /** Of the midpoint rule below, across jumps, in the height of the function. */
    static final double TOLERANCE = 2e-4;

    private static final int POINTS = 200_000;

    private Quadrature() {}

    /** The integral over the whole line: x = u / (1 - u^2) brings it into (-1, 1). */
    static double wholeLine(DoubleUnaryOperator function) {
        double area = 0;
        for (int k = 0; k < POINTS; k++) {
            double u = (2 * k + 1.0) / POINTS - 1;
            double w = 1 - u * u;
            area += function.applyAsDouble(u / w) * (1 + u * u) / (w * w) * 2 / POINTS;
        }
        return area;
    }
}

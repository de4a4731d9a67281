package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Derivative of a hyperbola's branch: ds/dx = height / (1 + (slope x)^2)^(3/2).
 *
 * @param height derivative at the threshold
 * @param slope steepness
 */
public record Circ(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope) implements SmoothSpike {

    /** Checks the constants. */
    public Circ {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
    }

    /**
     * Norse's circ: 2 alpha (1 / (2 sqrt(alpha^2 + x^2)) - x^2 / (2 (alpha^2 + x^2)^(3/2))), which is 1 / (1 + (x /
     * alpha)^2)^(3/2).
     *
     * @param alpha its constant; 1 unless given
     * @return the surrogate
     */
    public static Circ norse(double alpha) {
        return new Circ(1, 1 / alpha);
    }

    @Override
    public double derivative(double x) {
        double u = slope * x;
        double square = 1 + u * u;
        return height / (square * Math.sqrt(square));
    }

    @Override
    public double primitive(double x) {
        return 0.5 + height * x / Math.hypot(1, slope * x);
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("height / ((1 + (slope * x)^2) * sqrt(1 + (slope * x)^2))");
    }
}

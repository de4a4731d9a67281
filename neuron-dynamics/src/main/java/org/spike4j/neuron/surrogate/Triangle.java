package org.spike4j.neuron.surrogate;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Triangle: ds/dx = height max(0, 1 - slope |x|).
 *
 * @param height derivative at the threshold
 * @param slope inverse half width of its support
 */
public record Triangle(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope) implements SmoothSpike {

    /** Checks the constants. */
    public Triangle {
        Positive.require(height, "height");
        Positive.require(slope, "slope");
    }

    /**
     * SpikingJelly's PiecewiseQuadratic: max(0, alpha - alpha^2 |x|).
     *
     * @param alpha its constant; 1 unless given
     * @return the surrogate
     */
    public static Triangle spikingJelly(double alpha) {
        return new Triangle(alpha, alpha);
    }

    /**
     * Norse's triangle: alpha max(0, 1 - |x|).
     *
     * @param alpha its constant
     * @return the surrogate
     */
    public static Triangle norse(double alpha) {
        return new Triangle(alpha, 1);
    }

    @Override
    public double derivative(double x) {
        return height * Math.max(0, 1 - slope * Math.abs(x));
    }

    @Override
    public double primitive(double x) {
        double u = Math.min(1, slope * Math.abs(x));
        return 0.5 + Math.signum(x) * height / slope * (u - u * u / 2);
    }
}

package org.spike4j.neuron.surrogate;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Arc tangent: ds/dx = height / (1 + (slope x)^2).
 *
 * @param height derivative at the threshold
 * @param slope inverse half width at half height
 */
public record ATan(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope) implements SmoothSpike {

    /** Checks the constants. */
    public ATan {
        Positive.require(height, "height");
        Positive.require(slope, "slope");
    }

    /**
     * SpikingJelly's ATan and snnTorch's atan: alpha / 2 / (1 + (pi / 2 alpha x)^2).
     *
     * @param alpha their constant; 2 in both libraries unless given
     * @return the surrogate
     */
    public static ATan ofAlpha(double alpha) {
        return new ATan(alpha / 2, Math.PI / 2 * alpha);
    }

    @Override
    public double derivative(double x) {
        double u = slope * x;
        return height / (1 + u * u);
    }

    @Override
    public double primitive(double x) {
        return height / slope * Math.atan(slope * x) + 0.5;
    }
}

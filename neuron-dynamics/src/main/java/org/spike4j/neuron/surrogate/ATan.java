package org.spike4j.neuron.surrogate;

import java.util.Optional;
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
        Require.positive(height, "height");
        Require.positive(slope, "slope");
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

    /**
     * Spyx's arctan: 1 / (pi (1 + (pi k x)^2)).
     *
     * @param k its constant; 2 unless given
     * @return the surrogate
     */
    public static ATan spyx(double k) {
        return new ATan(1 / Math.PI, Math.PI * k);
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

    @Override
    public Optional<String> formula() {
        return Optional.of("height / (1 + (slope * x)^2)");
    }
}

package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Logistic function: ds/dx = 4 height s (1 - s), s = 1 / (1 + exp(-slope x)).
 *
 * @param height derivative at the threshold
 * @param slope steepness of the logistic function
 */
public record Sigmoid(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope) implements SmoothSpike {

    /** Checks the constants. */
    public Sigmoid {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
    }

    /**
     * SpikingJelly's Sigmoid (alpha 4) and snnTorch's sigmoid (slope 25): alpha s (1 - s), s = 1 / (1 + exp(-alpha x)).
     *
     * @param alpha their constant
     * @return the surrogate
     */
    public static Sigmoid ofAlpha(double alpha) {
        return new Sigmoid(alpha / 4, alpha);
    }

    /**
     * Norse's tanh, 1 - tanh(k x)^2, and Spyx's, 4 / (exp(k x) + exp(-k x))^2, which are the same.
     *
     * @param k its constant
     * @return the surrogate
     */
    public static Sigmoid norseTanh(double k) {
        return new Sigmoid(1, 2 * k);
    }

    @Override
    public double derivative(double x) {
        // e = exp(-|slope x|) keeps s (1 - s) = e / (1 + e)^2 free of overflow and cancellation
        double e = Math.exp(-Math.abs(slope * x));
        return 4 * height * e / ((1 + e) * (1 + e));
    }

    @Override
    public double primitive(double x) {
        return 4 * height / slope * (1 / (1 + Math.exp(-slope * x)) - 0.5) + 0.5;
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("4 * height * exp(-abs(slope * x)) / (1 + exp(-abs(slope * x)))^2");
    }
}

package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Constant above the threshold, exponential below: ds/dx = height exp(slope min(x, 0)).
 *
 * @param height derivative at and above the threshold
 * @param slope inverse of the distance in which it falls to 1 / e
 */
public record GradedExponential(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope) implements SmoothSpike {

    /** Checks the constants. */
    public GradedExponential {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
    }

    /**
     * lava-dl's for graded spikes: scale exp(min(x, 0) / tau), tau = tauGradient threshold.
     *
     * @param tauGradient its width in thresholds; 1 unless given
     * @param scale its constant; 1 unless given
     * @param threshold that of the neuron
     * @return the surrogate
     */
    public static GradedExponential lava(double tauGradient, double scale, double threshold) {
        return new GradedExponential(scale, 1 / (tauGradient * threshold));
    }

    @Override
    public double derivative(double x) {
        return height * Math.exp(slope * Math.min(x, 0));
    }

    @Override
    public double primitive(double x) {
        return 0.5 + height * (Math.expm1(slope * Math.min(x, 0)) / slope + Math.max(x, 0));
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("height * exp(slope * min(x, 0))");
    }
}

package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Derivative of a logarithm to both sides: ds/dx = height / (1 + slope |x|).
 *
 * @param height derivative at the threshold
 * @param slope steepness
 */
public record NonzeroSignLogAbs(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope) implements SmoothSpike {

    /** Checks the constants. */
    public NonzeroSignLogAbs {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
    }

    /**
     * SpikingJelly's NonzeroSignLogAbs: 1 / (1 / alpha + |x|).
     *
     * @param alpha its constant; 1 unless given
     * @return the surrogate
     */
    public static NonzeroSignLogAbs spikingJelly(double alpha) {
        return new NonzeroSignLogAbs(alpha, alpha);
    }

    @Override
    public double derivative(double x) {
        return height / (1 + slope * Math.abs(x));
    }

    @Override
    public double primitive(double x) {
        return 0.5 + Math.signum(x) * height / slope * Math.log1p(slope * Math.abs(x));
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("height / (1 + slope * abs(x))");
    }
}

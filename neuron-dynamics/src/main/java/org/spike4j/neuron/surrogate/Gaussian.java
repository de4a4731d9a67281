package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Gaussian: ds/dx = height exp(-(slope x)^2).
 *
 * @param height derivative at the threshold
 * @param slope 1 / (sqrt(2) standard deviation)
 */
public record Gaussian(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope) implements Surrogate {

    /** Checks the constants. */
    public Gaussian {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
    }

    /**
     * SpikingJelly's Erf: alpha / sqrt(pi) exp(-(alpha x)^2).
     *
     * @param alpha its constant; 2 unless given
     * @return the surrogate
     */
    public static Gaussian spikingJellyErf(double alpha) {
        return new Gaussian(alpha / Math.sqrt(Math.PI), alpha);
    }

    /**
     * Norse's heavi_erfc: 2 / sqrt(pi) exp(-(k x)^2).
     *
     * @param k its constant
     * @return the surrogate
     */
    public static Gaussian norseErfc(double k) {
        return new Gaussian(2 / Math.sqrt(Math.PI), k);
    }

    /**
     * sinabs's Gaussian: scale / (deviation sqrt(2 pi)) exp(-x^2 / (2 deviation^2)).
     *
     * @param deviation standard deviation; 0.5 in sinabs unless given
     * @param scale area below it; 1 in sinabs unless given
     * @return the surrogate
     */
    public static Gaussian sinabs(double deviation, double scale) {
        return new Gaussian(scale / (deviation * Math.sqrt(2 * Math.PI)), 1 / (Math.sqrt(2) * deviation));
    }

    @Override
    public double derivative(double x) {
        double u = slope * x;
        return height * Math.exp(-u * u);
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("height * exp(-((slope * x)^2))");
    }
}

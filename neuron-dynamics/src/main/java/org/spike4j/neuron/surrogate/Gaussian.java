package org.spike4j.neuron.surrogate;

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
        Positive.require(height, "height");
        Positive.require(slope, "slope");
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

    @Override
    public double derivative(double x) {
        double u = slope * x;
        return height * Math.exp(-u * u);
    }
}

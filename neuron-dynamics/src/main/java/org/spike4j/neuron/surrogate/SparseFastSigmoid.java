package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Fast sigmoid on one side of a bound: ds/dx = height / (1 + slope |x|)^2 for x &gt; bound, else 0. A bound above 0 leaves all
 * neurons that do not spike without a gradient.
 *
 * @param height derivative at the threshold, if that is within the bound
 * @param slope steepness
 * @param bound where it begins
 */
public record SparseFastSigmoid(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope,
        @JsonProperty("bound") double bound) implements SmoothSpike {

    /** Checks the constants. */
    public SparseFastSigmoid {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
        Require.finite(bound, "bound");
    }

    /**
     * snnTorch's SFS: 1 / (1 + slope |x|)^2 for x &gt; B, else 0.
     *
     * @param slope its constant; 25 unless given
     * @param bound its B; 1 unless given
     * @return the surrogate
     */
    public static SparseFastSigmoid snnTorch(double slope, double bound) {
        return new SparseFastSigmoid(1, slope, bound);
    }

    @Override
    public double derivative(double x) {
        double u = 1 + slope * Math.abs(x);
        return x > bound ? height / (u * u) : 0;
    }

    @Override
    public double primitive(double x) {
        return 0.5 + area(Math.max(x, bound)) - area(Math.max(0, bound));
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("where(x > bound, height / (1 + slope * abs(x))^2, 0)");
    }

    private double area(double x) {
        return height * x / (1 + slope * Math.abs(x));
    }
}

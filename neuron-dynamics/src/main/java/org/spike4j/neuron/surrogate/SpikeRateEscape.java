package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Exponential around a point off the threshold: ds/dx = height exp(-slope |x - centre|).
 *
 * @param height derivative at the centre
 * @param slope inverse of the distance in which it falls to 1 / e
 * @param centre where it is largest
 */
public record SpikeRateEscape(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope,
        @JsonProperty("centre") double centre)
        implements SmoothSpike {

    /** Checks the constants. */
    public SpikeRateEscape {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
        Require.finite(centre, "centre");
    }

    /**
     * snnTorch's spike rate escape: slope exp(-beta |x - 1|).
     *
     * @param beta its constant; 1 unless given
     * @param slope its height; 25 unless given
     * @return the surrogate
     */
    public static SpikeRateEscape snnTorch(double beta, double slope) {
        return new SpikeRateEscape(slope, beta, 1);
    }

    @Override
    public double derivative(double x) {
        return height * Math.exp(-slope * Math.abs(x - centre));
    }

    @Override
    public double primitive(double x) {
        return 0.5 + areaFromCentre(x) - areaFromCentre(0);
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("height * exp(-(slope * abs(x - centre)))");
    }

    private double areaFromCentre(double x) {
        return -Math.signum(x - centre) * height / slope * Math.expm1(-slope * Math.abs(x - centre));
    }
}

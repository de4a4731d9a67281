package org.spike4j.neuron.surrogate;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Exponential below the threshold; above it, exponential around every multiple of the period, where a neuron that may spike
 * several times a step would spike once more.
 *
 * <p>ds/dx = height exp(-slope |x|) for x &lt; 0, else height exp(-slope d), d the distance of x to the nearest multiple of period.
 *
 * <p>Source: Weidel and Sheik 2021, arXiv 2111.01456. It has no text in {@link #formula}, whose functions know no remainder.
 *
 * @param height derivative at the threshold
 * @param slope inverse of the distance in which it falls to 1 / e
 * @param period distance of the peaks
 */
public record PeriodicExponential(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope,
        @JsonProperty("period") double period)
        implements SmoothSpike {

    /** Checks the constants. */
    public PeriodicExponential {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
        Require.positive(period, "period");
    }

    /**
     * sinabs's PeriodicExponential at threshold 1: scale exp(-d / width), period 1.
     *
     * @param width its width; 0.5 unless given
     * @param scale its height; 1 unless given
     * @return the surrogate
     */
    public static PeriodicExponential sinabs(double width, double scale) {
        return new PeriodicExponential(scale, 1 / width, 1);
    }

    @Override
    public double derivative(double x) {
        double distance = x < 0 ? x : Math.IEEEremainder(x, period);
        return height * Math.exp(-slope * Math.abs(distance));
    }

    @Override
    public double primitive(double x) {
        if (x < 0) {
            return 0.5 + height / slope * Math.expm1(slope * x);
        }
        double rest = Math.IEEEremainder(x, period);
        double peaks = Math.rint((x - rest) / period);
        double areaOfPeak = -2 * height / slope * Math.expm1(-slope * period / 2);
        return 0.5 + peaks * areaOfPeak - Math.signum(rest) * height / slope * Math.expm1(-slope * Math.abs(rest));
    }
}

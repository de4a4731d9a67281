package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Gaussian with a shallow dip to both sides, where N(x, m, d) is the normal density of mean m and standard deviation d:
 * ds/dx = scale ((1 + dip) N(x, 0, deviation) - dip N(x, deviation, spread deviation) - dip N(x, -deviation, spread deviation)).
 *
 * <p>Source: Yin, Corradi and Bohte 2021, Nature Machine Intelligence 3.
 *
 * @param scale area below it times 1 / (1 - dip)
 * @param deviation standard deviation of the peak
 * @param dip weight of each dip
 * @param spread standard deviation of the dips in that of the peak
 */
public record MultiGaussian(
        @JsonProperty("scale") double scale,
        @JsonProperty("deviation") double deviation,
        @JsonProperty("dip") double dip,
        @JsonProperty("spread") double spread)
        implements Surrogate {

    /** Checks the constants. */
    public MultiGaussian {
        Require.positive(scale, "scale");
        Require.positive(deviation, "deviation");
        Require.notNegative(dip, "dip");
        Require.positive(spread, "spread");
    }

    /**
     * sinabs's MultiGaussian, with dip 0.15 and spread 6.
     *
     * @param deviation its sigma; 0.5 unless given
     * @param scale its constant; 1 unless given
     * @return the surrogate
     */
    public static MultiGaussian sinabs(double deviation, double scale) {
        return new MultiGaussian(scale, deviation, 0.15, 6);
    }

    /**
     * BrainPy's MultiGaussianGrad, with dip 0.15 and spread 6; scale 0.5, deviation 0.5.
     *
     * @return the surrogate
     */
    public static MultiGaussian brainPy() {
        return new MultiGaussian(0.5, 0.5, 0.15, 6);
    }

    @Override
    public double derivative(double x) {
        double wide = spread * deviation;
        double peak = (1 + dip) * normal(x, 0, deviation);
        double dips = dip * (normal(x, deviation, wide) + normal(x, -deviation, wide));
        return scale * (peak - dips);
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("scale / (deviation * sqrt(2 * pi)) * ((1 + dip) * exp(-((x / deviation)^2 / 2))"
                + " - dip / spread * (exp(-(((x - deviation) / (spread * deviation))^2 / 2))"
                + " + exp(-(((x + deviation) / (spread * deviation))^2 / 2))))");
    }

    private static double normal(double x, double mean, double deviation) {
        double u = (x - mean) / deviation;
        return Math.exp(-u * u / 2) / (deviation * Math.sqrt(2 * Math.PI));
    }
}

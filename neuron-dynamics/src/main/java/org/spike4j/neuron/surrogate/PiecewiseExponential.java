package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Exponential to both sides, that of SLAYER: ds/dx = height exp(-slope |x|).
 *
 * <p>Source: Shrestha and Orchard 2018, NeurIPS 31.
 *
 * @param height derivative at the threshold
 * @param slope inverse of the distance in which it falls to 1 / e
 */
public record PiecewiseExponential(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope) implements SmoothSpike {

    /** Checks the constants. */
    public PiecewiseExponential {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
    }

    /**
     * SpikingJelly's PiecewiseExp: alpha / 2 exp(-alpha |x|).
     *
     * @param alpha its constant; 1 unless given
     * @return the surrogate
     */
    public static PiecewiseExponential spikingJelly(double alpha) {
        return new PiecewiseExponential(alpha / 2, alpha);
    }

    /**
     * lava-dl's: scale / (2 tau) exp(-|x| / tau), tau = tauGradient threshold.
     *
     * @param tauGradient its width in thresholds; 1 unless given
     * @param scale area below it; 1 unless given
     * @param threshold that of the neuron
     * @return the surrogate
     */
    public static PiecewiseExponential lava(double tauGradient, double scale, double threshold) {
        return new PiecewiseExponential(scale / (2 * tauGradient * threshold), 1 / (tauGradient * threshold));
    }

    /**
     * sinabs's SingleExponential: scale / w exp(-|x| / w), w = width threshold.
     *
     * @param width its width in thresholds; 0.5 unless given
     * @param scale half the area below it; 1 unless given
     * @param threshold that of the neuron
     * @return the surrogate
     */
    public static PiecewiseExponential sinabs(double width, double scale, double threshold) {
        return new PiecewiseExponential(scale / (width * threshold), 1 / (width * threshold));
    }

    /**
     * BrainPy's SlayerGrad: exp(-alpha |x|).
     *
     * @param alpha its constant; 1 unless given
     * @return the surrogate
     */
    public static PiecewiseExponential brainPySlayer(double alpha) {
        return new PiecewiseExponential(1, alpha);
    }

    @Override
    public double derivative(double x) {
        return height * Math.exp(-slope * Math.abs(x));
    }

    @Override
    public double primitive(double x) {
        return 0.5 - Math.signum(x) * height / slope * Math.expm1(-slope * Math.abs(x));
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("height * exp(-(slope * abs(x)))");
    }
}

package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Fast sigmoid, the surrogate of SuperSpike: ds/dx = height / (1 + slope |x|)^2.
 *
 * <p>Source: Zenke and Ganguli 2018, Neural Computation 30(6).
 *
 * @param height derivative at the threshold
 * @param slope steepness
 */
public record FastSigmoid(
        @JsonProperty("height") double height,
        @JsonProperty("slope") double slope) implements SmoothSpike {

    /** Checks the constants. */
    public FastSigmoid {
        Require.positive(height, "height");
        Require.positive(slope, "slope");
    }

    /**
     * snnTorch's fast_sigmoid and Spyx's superspike (25), Norse's super and BrainPy's InvSquareGrad (100): 1 / (1 + slope
     * |x|)^2.
     *
     * @param slope their constant
     * @return the surrogate
     */
    public static FastSigmoid ofSlope(double slope) {
        return new FastSigmoid(1, slope);
    }

    /**
     * SpikingJelly's SuperSpike: alpha / (1 + |x|)^2.
     *
     * @param alpha its constant
     * @return the surrogate
     */
    public static FastSigmoid spikingJellySuperSpike(double alpha) {
        return new FastSigmoid(alpha, 1);
    }

    /**
     * SpikingJelly's SoftSign: alpha / (2 (1 + |alpha x|)^2).
     *
     * @param alpha its constant
     * @return the surrogate
     */
    public static FastSigmoid spikingJellySoftSign(double alpha) {
        return new FastSigmoid(alpha / 2, alpha);
    }

    @Override
    public double derivative(double x) {
        double u = 1 + slope * Math.abs(x);
        return height / (u * u);
    }

    @Override
    public double primitive(double x) {
        return height * x / (1 + slope * Math.abs(x)) + 0.5;
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("height / (1 + slope * abs(x))^2");
    }
}

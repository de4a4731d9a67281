package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Rectangle with a floor: ds/dx = height where |x| &lt; halfWidth, else leak.
 *
 * @param height derivative near the threshold
 * @param halfWidth half width of the rectangle
 * @param leak derivative elsewhere
 */
public record PiecewiseLeakyRelu(
        @JsonProperty("height") double height,
        @JsonProperty("halfWidth") double halfWidth,
        @JsonProperty("leak") double leak)
        implements SmoothSpike {

    /** Checks the constants. */
    public PiecewiseLeakyRelu {
        Require.positive(height, "height");
        Require.positive(halfWidth, "halfWidth");
        Require.notNegative(leak, "leak");
    }

    /**
     * SpikingJelly's PiecewiseLeakyReLU: 1 / (2 w) where |x| &lt; w, else c.
     *
     * @param w its half width; 1 unless given
     * @param c its floor; 0.01 unless given
     * @return the surrogate
     */
    public static PiecewiseLeakyRelu spikingJelly(double w, double c) {
        return new PiecewiseLeakyRelu(1 / (2 * w), w, c);
    }

    @Override
    public double derivative(double x) {
        return Math.abs(x) < halfWidth ? height : leak;
    }

    @Override
    public double primitive(double x) {
        double inside = Math.max(-halfWidth, Math.min(halfWidth, x));
        return 0.5 + height * inside + leak * (x - inside);
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("where(abs(x) < halfWidth, height, leak)");
    }
}

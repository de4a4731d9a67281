package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Rectangle: ds/dx = height where |x| &lt; halfWidth, else 0.
 *
 * @param height derivative near the threshold
 * @param halfWidth half width of its support
 */
public record Rectangle(
        @JsonProperty("height") double height,
        @JsonProperty("halfWidth") double halfWidth) implements SmoothSpike {

    /** Checks the constants. */
    public Rectangle {
        Require.positive(height, "height");
        Require.positive(halfWidth, "halfWidth");
    }

    /**
     * BIDL's window: 1 / (2 a) where |x| &lt; a.
     *
     * @param a its half width; 0.5 in BIDL
     * @return the surrogate
     */
    public static Rectangle bidl(double a) {
        return new Rectangle(1 / (2 * a), a);
    }

    /**
     * SpikingJelly's Rect: alpha where |x| &lt; 1 / (2 alpha).
     *
     * @param alpha its constant; 1 unless given
     * @return the surrogate
     */
    public static Rectangle spikingJelly(double alpha) {
        return new Rectangle(alpha, 0.5 / alpha);
    }

    @Override
    public double derivative(double x) {
        return Math.abs(x) < halfWidth ? height : 0;
    }

    @Override
    public double primitive(double x) {
        return 0.5 + height * Math.max(-halfWidth, Math.min(halfWidth, x));
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("where(abs(x) < halfWidth, height, 0)");
    }
}

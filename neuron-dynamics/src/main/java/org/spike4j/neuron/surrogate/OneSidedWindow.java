package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Constant from a little below the threshold on: ds/dx = height for x &gt;= -width, else 0.
 *
 * @param height derivative from -width on
 * @param width how far below the threshold it begins
 */
public record OneSidedWindow(
        @JsonProperty("height") double height,
        @JsonProperty("width") double width) implements SmoothSpike {

    /** Checks the constants. */
    public OneSidedWindow {
        Require.positive(height, "height");
        Require.notNegative(width, "width");
    }

    /**
     * sinabs's Heaviside and Rockpool's StepPWL: 1 / threshold for x &gt;= -window, else 0.
     *
     * @param window their constant; 1 in sinabs and 0.5 in Rockpool unless given
     * @param threshold that of the neuron
     * @return the surrogate
     */
    public static OneSidedWindow ofWindow(double window, double threshold) {
        return new OneSidedWindow(1 / threshold, window);
    }

    @Override
    public double derivative(double x) {
        return x >= -width ? height : 0;
    }

    @Override
    public double primitive(double x) {
        return 0.5 + height * Math.max(x, -width);
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("where(x >= -width, height, 0)");
    }
}

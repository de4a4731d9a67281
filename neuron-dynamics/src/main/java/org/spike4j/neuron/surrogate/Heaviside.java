package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The step itself: ds/dx = height for x &gt; 0, else 0. Only neurons that spike learn.
 *
 * @param height derivative above the threshold
 */
public record Heaviside(@JsonProperty("height") double height) implements SmoothSpike {

    /** Checks the constants. */
    public Heaviside {
        Require.positive(height, "height");
    }

    /**
     * snnTorch's Heaviside: 1 for x &gt; 0, else 0.
     *
     * @return the surrogate
     */
    public static Heaviside snnTorch() {
        return new Heaviside(1);
    }

    @Override
    public double derivative(double x) {
        return x > 0 ? height : 0;
    }

    @Override
    public double primitive(double x) {
        return 0.5 + height * Math.max(x, 0);
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("where(x > 0, height, 0)");
    }
}

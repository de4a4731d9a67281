package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The same everywhere: ds/dx = height.
 *
 * @param height the derivative
 */
public record StraightThrough(@JsonProperty("height") double height) implements SmoothSpike {

    /** Checks the constants. */
    public StraightThrough {
        Require.positive(height, "height");
    }

    /**
     * snnTorch's straight-through estimator and SpikingJelly's DeterministicPass: 1. SpikingJelly's PoissonPass has this
     * derivative too, behind a spike that is drawn at random.
     *
     * @return the surrogate
     */
    public static StraightThrough identity() {
        return new StraightThrough(1);
    }

    @Override
    public double derivative(double x) {
        return height;
    }

    @Override
    public double primitive(double x) {
        return 0.5 + height * x;
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("height");
    }
}

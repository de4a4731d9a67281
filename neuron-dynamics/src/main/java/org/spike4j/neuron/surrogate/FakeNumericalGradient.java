package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * What a difference quotient of the step over x would be, cut off: ds/dx = min(1 / |x|, alpha).
 *
 * @param alpha largest derivative
 */
public record FakeNumericalGradient(@JsonProperty("alpha") double alpha) implements SmoothSpike {

    /** Checks the constants. */
    public FakeNumericalGradient {
        Require.positive(alpha, "alpha");
    }

    /**
     * SpikingJelly's FakeNumericalGradient, which is this.
     *
     * @param alpha its constant; 0.3 unless given
     * @return the surrogate
     */
    public static FakeNumericalGradient spikingJelly(double alpha) {
        return new FakeNumericalGradient(alpha);
    }

    @Override
    public double derivative(double x) {
        return Math.min(1 / Math.abs(x), alpha);
    }

    @Override
    public double primitive(double x) {
        double u = alpha * Math.abs(x);
        return 0.5 + Math.signum(x) * (u <= 1 ? u : 1 + Math.log(u));
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("min(1 / abs(x), alpha)");
    }
}

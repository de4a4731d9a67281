package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Power law: ds/dx = (1 + 2 |x| / (alpha - 1))^(-alpha). The larger alpha, the lighter its tail.
 *
 * @param alpha exponent, above 1
 */
public record QPseudoSpike(@JsonProperty("alpha") double alpha) implements SmoothSpike {

    /** Checks the constants. */
    public QPseudoSpike {
        Require.above(1, alpha, "alpha");
    }

    /**
     * SpikingJelly's QPseudoSpike, which is this.
     *
     * @param alpha its constant; 2 unless given
     * @return the surrogate
     */
    public static QPseudoSpike spikingJelly(double alpha) {
        return new QPseudoSpike(alpha);
    }

    @Override
    public double derivative(double x) {
        return Math.pow(1 + 2 * Math.abs(x) / (alpha - 1), -alpha);
    }

    @Override
    public double primitive(double x) {
        return 0.5 + Math.signum(x) * (1 - Math.pow(1 + 2 * Math.abs(x) / (alpha - 1), 1 - alpha)) / 2;
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("(1 + 2 * abs(x) / (alpha - 1))^(-alpha)");
    }
}

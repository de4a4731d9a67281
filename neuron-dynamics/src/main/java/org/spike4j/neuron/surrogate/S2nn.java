package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Logistic below the threshold, logarithmic above: ds/dx = alpha s (1 - s), s = 1 / (1 + exp(-alpha x)), for x &lt; 0, else beta
 * / (1 + x).
 *
 * @param alpha steepness below the threshold
 * @param beta derivative at the threshold
 */
public record S2nn(
        @JsonProperty("alpha") double alpha,
        @JsonProperty("beta") double beta) implements SmoothSpike {

    /** Checks the constants. */
    public S2nn {
        Require.positive(alpha, "alpha");
        Require.positive(beta, "beta");
    }

    /**
     * SpikingJelly's S2NN, which is this.
     *
     * @param alpha its constant; 4 unless given
     * @param beta its constant; 1 unless given
     * @return the surrogate
     */
    public static S2nn spikingJelly(double alpha, double beta) {
        return new S2nn(alpha, beta);
    }

    @Override
    public double derivative(double x) {
        if (x < 0) {
            double e = Math.exp(alpha * x);
            return alpha * e / ((1 + e) * (1 + e));
        }
        return beta / (1 + x);
    }

    @Override
    public double primitive(double x) {
        return x < 0 ? 1 / (1 + Math.exp(-alpha * x)) : 0.5 + beta * Math.log1p(x);
    }

    @Override
    public Optional<String> formula() {
        return Optional.of(
                "where(x < 0, alpha * exp(-abs(alpha * x)) / (1 + exp(-abs(alpha * x)))^2, beta / (1 + abs(x)))");
    }
}

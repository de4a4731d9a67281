package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Linear unit with a logarithmic tail: ds/dx = leak for x &lt;= 0, 1 for 0 &lt; x &lt;= 1, 1 / x for x &gt; 1.
 *
 * @param leak derivative at and below the threshold
 */
public record LogTailedRelu(@JsonProperty("leak") double leak) implements SmoothSpike {

    /** Checks the constants. */
    public LogTailedRelu {
        Require.notNegative(leak, "leak");
    }

    /**
     * SpikingJelly's LogTailedReLU, which is this.
     *
     * @param alpha its constant; 0 unless given
     * @return the surrogate
     */
    public static LogTailedRelu spikingJelly(double alpha) {
        return new LogTailedRelu(alpha);
    }

    @Override
    public double derivative(double x) {
        return x <= 0 ? leak : 1 / Math.max(x, 1);
    }

    @Override
    public double primitive(double x) {
        return 0.5 + leak * Math.min(x, 0) + Math.max(0, Math.min(x, 1)) + Math.log(Math.max(x, 1));
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("where(x <= 0, leak, 1 / max(x, 1))");
    }
}

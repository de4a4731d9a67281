package org.spike4j.neuron.surrogate;

import java.util.Optional;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Constant where a number of spikes follows the membrane: ds/dx = height for 0 &lt;= x &lt;= largest, else 0. For neurons that
 * count, whose x is h / threshold.
 *
 * @param height derivative between the bounds
 * @param largest most spikes of a step
 */
public record CountWindow(
        @JsonProperty("height") double height,
        @JsonProperty("largest") double largest) implements SmoothSpike {

    /** Checks the constants. */
    public CountWindow {
        Require.positive(height, "height");
        Require.positive(largest, "largest");
    }

    /**
     * SpikingJelly's MultiLevelSpikeCount: 1 for 0 &lt;= x &lt;= largest, else 0.
     *
     * @param largest most spikes of a step, max_spike_count there
     * @return the surrogate
     */
    public static CountWindow upTo(double largest) {
        return new CountWindow(1, largest);
    }

    @Override
    public double derivative(double x) {
        return x >= 0 && x <= largest ? height : 0;
    }

    @Override
    public double primitive(double x) {
        return 0.5 + height * Math.min(Math.max(x, 0), largest);
    }

    @Override
    public Optional<String> formula() {
        return Optional.of("where(x < 0, 0, where(x <= largest, height, 0))");
    }
}

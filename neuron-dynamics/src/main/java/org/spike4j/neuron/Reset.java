package org.spike4j.neuron;

import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * How a neuron is reset by its spike.
 *
 * @param mode to a value, by subtraction of the threshold, or not at all
 * @param value the membrane after a reset to a value; unused otherwise
 * @param timing in the step of the spike or in the next one
 * @param detached true if the spike is a constant where it resets, so that no gradient flows through the reset
 */
public record Reset(
        @JsonProperty("mode") ResetMode mode,
        @JsonProperty("value") double value,
        @JsonProperty("timing") ResetTiming timing,
        @JsonProperty("detached") boolean detached) {

    /** Checks that nothing is missing. */
    public Reset {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(timing, "timing");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("reset value must be finite, was " + value);
        }
    }

    /**
     * Reset to a value ("hard"), in the same step, with gradient.
     *
     * @param value membrane after the reset
     * @return the reset
     */
    public static Reset toValue(double value) {
        return new Reset(ResetMode.TO_VALUE, value, ResetTiming.SAME_STEP, false);
    }

    /**
     * Subtraction of the threshold ("soft"), in the same step, with gradient.
     *
     * @return the reset
     */
    public static Reset subtract() {
        return new Reset(ResetMode.SUBTRACT, 0, ResetTiming.SAME_STEP, false);
    }

    /**
     * No reset.
     *
     * @return the reset
     */
    public static Reset none() {
        return new Reset(ResetMode.NONE, 0, ResetTiming.SAME_STEP, false);
    }

    /**
     * This reset without its gradient.
     *
     * @return a detached copy
     */
    public Reset withoutGradient() {
        return new Reset(mode, value, timing, true);
    }

    /**
     * This reset, acting one step later.
     *
     * @return a delayed copy
     */
    public Reset inNextStep() {
        return new Reset(mode, value, ResetTiming.NEXT_STEP, detached);
    }

    /**
     * This reset with another value.
     *
     * @param newValue membrane after a reset to a value
     * @return a copy
     */
    public Reset withValue(double newValue) {
        return new Reset(mode, newValue, timing, detached);
    }
}

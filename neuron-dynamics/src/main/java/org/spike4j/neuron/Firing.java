package org.spike4j.neuron;

import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * How a neuron fires: s = H(h - threshold), and what the spike does.
 *
 * @param threshold theta, dimensionless
 * @param condition at or above the threshold
 * @param reset what a spike does to the membrane
 * @param surrogate derivative of H
 */
public record Firing(
        @JsonProperty("threshold") double threshold,
        @JsonProperty("condition") FireCondition condition,
        @JsonProperty("reset") Reset reset,
        @JsonProperty("surrogate") Surrogate surrogate) {

    /** Checks that nothing is missing. */
    public Firing {
        Checks.finite(threshold, "threshold");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(reset, "reset");
        Objects.requireNonNull(surrogate, "surrogate");
        if (condition == FireCondition.NEVER) {
            throw new IllegalArgumentException(
                    "a spiking neuron must fire; use LeakyIntegrator for one that never does");
        }
    }

    /**
     * Threshold 1, fires at the threshold, reset to 0 without gradient, ATan surrogate with alpha 2.
     *
     * @return the default
     */
    public static Firing standard() {
        return new Firing(1, FireCondition.AT_THRESHOLD, Reset.toValue(0).withoutGradient(), ATan.ofAlpha(2));
    }

    /**
     * Another threshold.
     *
     * @param newThreshold theta
     * @return a copy
     */
    public Firing withThreshold(double newThreshold) {
        return new Firing(newThreshold, condition, reset, surrogate);
    }

    /**
     * Another condition.
     *
     * @param newCondition at or above the threshold
     * @return a copy
     */
    public Firing withCondition(FireCondition newCondition) {
        return new Firing(threshold, newCondition, reset, surrogate);
    }

    /**
     * Another reset.
     *
     * @param newReset what a spike does to the membrane
     * @return a copy
     */
    public Firing withReset(Reset newReset) {
        return new Firing(threshold, condition, newReset, surrogate);
    }

    /**
     * Another surrogate.
     *
     * @param newSurrogate derivative of H
     * @return a copy
     */
    public Firing withSurrogate(Surrogate newSurrogate) {
        return new Firing(threshold, condition, reset, newSurrogate);
    }
}

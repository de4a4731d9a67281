package org.spike4j.layers;

import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * How the bumps of learned delays narrow during training: geometrically from the first width to the last, then constant.
 *
 * <pre>
 * sigma = first (last / first)^min(1, k / length),   k the epoch or iteration, counted from 0
 * </pre>
 *
 * <p>Deeplearning4j counts epochs and iterations, saves the counts with the network and hands them to the layers, so neither
 * a listener nor a call is needed, and a resumed training goes on at its width.
 *
 * @param first width at the start, in steps
 * @param last width from k = length on, in steps
 * @param length in units
 * @param unit what is counted
 */
public record SigmaSchedule(
        @JsonProperty("first") double first,
        @JsonProperty("last") double last,
        @JsonProperty("length") int length,
        @JsonProperty("unit") Unit unit) {

    /** What a schedule counts. */
    public enum Unit {
        /** Passes over the training samples, as counted by {@code fit} of an iterator. */
        EPOCH,
        /** Updates of the parameters. */
        ITERATION
    }

    /** Checks the widths. */
    public SigmaSchedule {
        if (!(first > 0 && last > 0) || Double.isInfinite(first) || Double.isInfinite(last)) {
            throw new IllegalArgumentException(
                    "first and last width must be > 0 steps and finite, were " + first + " and " + last);
        }
        if (length < 1) {
            throw new IllegalArgumentException("length must be >= 1, was " + length);
        }
        Objects.requireNonNull(unit, "unit");
    }

    /**
     * A schedule by epochs.
     *
     * @param first width at the start, in steps
     * @param last width from then on, in steps; 0.5 is nearly a delay
     * @param epochs after which the last width is reached
     * @return the schedule
     */
    public static SigmaSchedule overEpochs(double first, double last, int epochs) {
        return new SigmaSchedule(first, last, epochs, Unit.EPOCH);
    }

    /**
     * A schedule by iterations.
     *
     * @param first width at the start, in steps
     * @param last width from then on, in steps; 0.5 is nearly a delay
     * @param iterations after which the last width is reached
     * @return the schedule
     */
    public static SigmaSchedule overIterations(double first, double last, int iterations) {
        return new SigmaSchedule(first, last, iterations, Unit.ITERATION);
    }

    /**
     * A width that stays.
     *
     * @param sigma in steps
     * @return the schedule
     */
    public static SigmaSchedule constant(double sigma) {
        return overIterations(sigma, sigma, 1);
    }

    /**
     * The width at a time.
     *
     * @param iteration counted from 0
     * @param epoch counted from 0
     * @return sigma in steps
     */
    public double at(int iteration, int epoch) {
        int k = unit == Unit.EPOCH ? epoch : iteration;
        return first * Math.pow(last / first, Math.min(1, (double) k / length));
    }
}

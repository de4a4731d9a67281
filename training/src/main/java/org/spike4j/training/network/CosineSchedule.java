package org.spike4j.training.network;

import java.util.Objects;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Learning rate along half a cosine: rate (1 + cos(pi iteration / iterations)) / 2, iteration counted from 0.
 *
 * <p>Source: Loshchilov and Hutter 2017, ICLR (SGDR), without restarts.
 */
public final class CosineSchedule implements ISchedule {
    private static final long serialVersionUID = 1L;

    private final double rate;
    private final int iterations;

    /**
     * A schedule.
     *
     * @param rate learning rate of the first iteration
     * @param iterations after which the rate would be 0
     */
    public CosineSchedule(@JsonProperty("rate") double rate, @JsonProperty("iterations") int iterations) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate must be > 0, was " + rate);
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be >= 1, was " + iterations);
        }
        this.rate = rate;
        this.iterations = iterations;
    }

    /**
     * Learning rate of the first iteration.
     *
     * @return the rate
     */
    public double getRate() {
        return rate;
    }

    /**
     * Iterations after which the rate would be 0.
     *
     * @return their number
     */
    public int getIterations() {
        return iterations;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return rate * (1 + Math.cos(Math.PI * Math.min(iteration, iterations) / iterations)) / 2;
    }

    @Override
    public ISchedule clone() {
        return new CosineSchedule(rate, iterations);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CosineSchedule that && rate == that.rate && iterations == that.iterations;
    }

    @Override
    public int hashCode() {
        return Objects.hash(rate, iterations);
    }
}

package org.spike4j.layers;

import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A price on how much the neurons of a layer put out, added to the loss: it keeps their rates between bounds, and sparse.
 *
 * <pre>
 * r_c = mean of the layer's output of channel c over the steps that count, the samples, and the positions
 * P = strength (mean over c of max(0, lower - r_c)^2 + max(0, r_c - upper)^2) + l1 (mean over c of |r_c|) + l2 (mean over c of r_c^2)
 * </pre>
 *
 * <p>A channel of a dense layer is a neuron, one of a convolution a feature map; behind pooling the output is what is pooled.
 * In spiking layers r is in spikes a step. The lower bound wakes silent neurons, whose surrogate passes the gradient of P; the
 * upper bound, l1 and l2 spare spikes.
 *
 * @param lower rate below which a channel costs, at least 0
 * @param upper rate above which a channel costs, at least {@code lower}; infinite for none
 * @param strength price of the squares beyond the bounds, at least 0
 * @param l1 price of rates, at least 0
 * @param l2 price of the squares of rates, at least 0
 * @param scope which rates the bounds are for
 */
public record ActivityPenalty(
        @JsonProperty("lower") double lower,
        @JsonProperty("upper") double upper,
        @JsonProperty("strength") double strength,
        @JsonProperty("l1") double l1,
        @JsonProperty("l2") double l2,
        @JsonProperty("scope") Scope scope) {

    /** Over what a rate is a mean. */
    public enum Scope {
        /** Over the mini-batch, as the equation says; replicas share it, micro-batches do not. */
        BATCH,
        /** Over each sample alone, r_nc; P is then the mean over the samples too. */
        SAMPLE
    }

    /** Checks the constants. */
    public ActivityPenalty {
        Objects.requireNonNull(scope, "scope");
        if (!(lower >= 0 && lower < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lower must be a rate >= 0, was " + lower);
        }
        if (!(upper >= lower)) {
            throw new IllegalArgumentException("upper must be a rate >= lower, " + lower + ", was " + upper);
        }
        requirePrice(strength, "strength");
        requirePrice(l1, "l1");
        requirePrice(l2, "l2");
    }

    /**
     * A price on rates beyond bounds.
     *
     * @param lower rate below which a channel costs, at least 0
     * @param upper rate above which a channel costs; infinite for none
     * @param strength price of the squares, at least 0
     * @return the penalty, over the mini-batch
     */
    public static ActivityPenalty between(double lower, double upper, double strength) {
        return new ActivityPenalty(lower, upper, strength, 0, 0, Scope.BATCH);
    }

    /**
     * A price on every spike.
     *
     * @param l1 price of rates, at least 0
     * @return the penalty, over the mini-batch
     */
    public static ActivityPenalty l1(double l1) {
        return new ActivityPenalty(0, Double.POSITIVE_INFINITY, 0, l1, 0, Scope.BATCH);
    }

    /**
     * This penalty with prices of rates and of their squares.
     *
     * @param newL1 price of rates, at least 0
     * @param newL2 price of the squares of rates, at least 0
     * @return a copy
     */
    public ActivityPenalty withNorms(double newL1, double newL2) {
        return new ActivityPenalty(lower, upper, strength, newL1, newL2, scope);
    }

    /**
     * This penalty for the rates in each sample.
     *
     * @return a copy
     */
    public ActivityPenalty inEverySample() {
        return new ActivityPenalty(lower, upper, strength, l1, l2, Scope.SAMPLE);
    }

    /**
     * The price of one rate.
     *
     * @param r rate
     * @return strength (max(0, lower - r)^2 + max(0, r - upper)^2) + l1 |r| + l2 r^2
     */
    public double price(double r) {
        double outside = outside(r);
        return strength * outside * outside + l1 * Math.abs(r) + l2 * r * r;
    }

    /**
     * The slope of {@link #price}.
     *
     * @param r rate
     * @return d price / dr
     */
    public double slope(double r) {
        return 2 * strength * outside(r) + l1 * Math.signum(r) + 2 * l2 * r;
    }

    /** How far a rate is above the upper bound, or below the lower one, then negative. */
    private double outside(double r) {
        return r < lower ? r - lower : Math.max(0, r - upper);
    }

    private static void requirePrice(double price, String name) {
        if (!(price >= 0 && price < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be a number >= 0, was " + price);
        }
    }
}

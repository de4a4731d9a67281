package org.spike4j.neuron;

/**
 * The open interval that a constant may take, and the parametrisation that keeps a learned constant inside it.
 *
 * <p>With a raw parameter w: all reals: value = w; bounded below: value = lower + exp(w); bounded on both sides: value =
 * lower + (upper - lower) / (1 + exp(-w)). So an update of w never leaves the interval, and nothing is clipped.
 *
 * @param lower infimum, or negative infinity
 * @param upper supremum, or positive infinity
 */
public record Domain(double lower, double upper) {

    /** Checks the order of the bounds; a bound above alone is not supported. */
    public Domain {
        boolean halfBelow = Double.isInfinite(lower) && !Double.isInfinite(upper);
        if (!(lower < upper) || halfBelow) {
            throw new IllegalArgumentException("domain must be all reals, (lower, infinity) or (lower, upper), was ("
                    + lower + ", " + upper + ")");
        }
    }

    /**
     * Every real number.
     *
     * @return the unbounded domain
     */
    public static Domain reals() {
        return new Domain(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Numbers above a bound.
     *
     * @param lower the bound, not included
     * @return the half-open domain
     */
    public static Domain above(double lower) {
        return new Domain(lower, Double.POSITIVE_INFINITY);
    }

    /**
     * Numbers between two bounds.
     *
     * @param lower lower bound, not included
     * @param upper upper bound, not included
     * @return the bounded domain
     */
    public static Domain between(double lower, double upper) {
        return new Domain(lower, upper);
    }

    /**
     * The value of a raw parameter.
     *
     * @param raw w
     * @return the value inside this domain
     */
    public double value(double raw) {
        if (Double.isInfinite(lower)) {
            return raw;
        }
        return Double.isInfinite(upper) ? lower + Math.exp(raw) : lower + (upper - lower) * logistic(raw);
    }

    /**
     * The raw parameter of a value.
     *
     * @param value a value inside this domain
     * @return w
     * @throws IllegalArgumentException if the value lies outside or on a bound
     */
    public double raw(double value) {
        if (!(value > lower && value < upper)) {
            throw new IllegalArgumentException(
                    "value must lie in (" + lower + ", " + upper + ") to be learned, was " + value);
        }
        if (Double.isInfinite(lower)) {
            return value;
        }
        return Double.isInfinite(upper) ? Math.log(value - lower) : Math.log((value - lower) / (upper - value));
    }

    /**
     * Derivative of the value with respect to the raw parameter.
     *
     * @param raw w
     * @return d value / d w
     */
    public double slope(double raw) {
        if (Double.isInfinite(lower)) {
            return 1;
        }
        if (Double.isInfinite(upper)) {
            return Math.exp(raw);
        }
        double s = logistic(raw);
        return (upper - lower) * s * (1 - s);
    }

    private static double logistic(double raw) {
        return 1 / (1 + Math.exp(-raw));
    }
}

package org.spike4j.datasets.encoding;

import java.util.Arrays;

/**
 * One spike a value, the sooner the larger the value, at step round(t), halves to the even one:
 *
 * <pre>
 * LINEAR       t = first + min(tau (1 - x), tau (1 - threshold)),  tau = T - 1 - first if normalised
 * LOGARITHMIC  t = T - 1 - ln(x (exp(T - 1) - 1) + 1)
 * MEMBRANE     t = first + tau ln(y / (y - threshold)),  y = max(x, threshold + 1e-7);  if normalised, of n values at once
 *              t = first + (t - first) (T - 1 - first) / max over k (t_k - first)
 * </pre>
 *
 * <p>The presets are those of SpikingJelly ({@code LatencyEncoder}: {@link #linear}, {@link #logarithmic}) and snnTorch ({@code
 * spikegen.latency}: {@link #membrane}, or {@link #linear} with a threshold).
 *
 * @param steps T
 * @param curve how the time depends on the value
 * @param tau time constant in steps, above 0
 * @param threshold the least value that counts, at least 0 and below 1; above 0 with a membrane
 * @param first step of the earliest spike, 0 to T - 1; 0 with a logarithmic curve
 * @param normalised whether the times are stretched over all steps
 * @param silentBelowThreshold whether a value below the threshold does not spike at all
 * @param lateIsSilent whether a spike behind the last step is left out, instead of being an error
 */
public record LatencyEncoder(
        int steps,
        LatencyCurve curve,
        double tau,
        double threshold,
        int first,
        boolean normalised,
        boolean silentBelowThreshold,
        boolean lateIsSilent)
        implements Encoder {
    private static final double ABOVE = 1e-7;

    /** Checks the values. */
    public LatencyEncoder {
        Values.requireSteps(steps);
        if (!(tau > 0)) {
            throw new IllegalArgumentException("tau must be > 0 steps, was " + tau);
        }
        if (!(threshold >= 0 && threshold < 1) || threshold == 0 && curve == LatencyCurve.MEMBRANE) {
            throw new IllegalArgumentException(
                    "threshold must be at least 0 (above 0 with a membrane) and below 1, was " + threshold);
        }
        if (first < 0 || first >= steps || first > 0 && curve == LatencyCurve.LOGARITHMIC) {
            throw new IllegalArgumentException(
                    "first must be 0 to " + (steps - 1) + ", and 0 with a logarithmic curve, was " + first);
        }
    }

    /**
     * Times that fall linearly from the last step to the first.
     *
     * @param steps T
     * @return an encoder that takes 0 to step T - 1 and 1 to step 0
     */
    public static LatencyEncoder linear(int steps) {
        return new LatencyEncoder(steps, LatencyCurve.LINEAR, 1, 0, 0, true, false, false);
    }

    /**
     * Times that fall with the logarithm of the value.
     *
     * @param steps T
     * @return an encoder that takes 0 to step T - 1 and 1 to step 0
     */
    public static LatencyEncoder logarithmic(int steps) {
        return new LatencyEncoder(steps, LatencyCurve.LOGARITHMIC, 1, 0, 0, false, false, false);
    }

    /**
     * Times at which a membrane charged by the value reaches its threshold.
     *
     * @param steps T
     * @param tau time constant in steps, above 0
     * @param threshold above 0 and below 1
     * @return an encoder whose times are not stretched, and that leaves out late spikes
     */
    public static LatencyEncoder membrane(int steps, double tau, double threshold) {
        return new LatencyEncoder(steps, LatencyCurve.MEMBRANE, tau, threshold, 0, false, false, true);
    }

    /**
     * With times stretched over all steps, or not.
     *
     * @param stretched true to stretch
     * @return a copy
     */
    public LatencyEncoder withNormalised(boolean stretched) {
        return new LatencyEncoder(steps, curve, tau, threshold, first, stretched, silentBelowThreshold, lateIsSilent);
    }

    /**
     * With values below the threshold silent, or not.
     *
     * @param silent true for no spike
     * @return a copy
     */
    public LatencyEncoder withSilentBelowThreshold(boolean silent) {
        return new LatencyEncoder(steps, curve, tau, threshold, first, normalised, silent, lateIsSilent);
    }

    /**
     * The times of the spikes before they are rounded.
     *
     * @param values n values from 0 to 1; not modified
     * @return n times in steps
     * @throws IllegalArgumentException if a value is outside
     */
    public double[] times(double[] values) {
        double[] times = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            Values.requireShare(values[k], k);
            times[k] = time(values[k]);
        }
        double latest = Arrays.stream(times).max().orElse(first) - first;
        if (normalised && curve == LatencyCurve.MEMBRANE && latest > 0) {
            for (int k = 0; k < times.length; k++) {
                times[k] = (times[k] - first) * (steps - 1 - first) / latest + first;
            }
        }
        return times;
    }

    @Override
    public void encode(double[] values, long seed, float[] spikes) {
        double[] times = times(values);
        for (int k = 0; k < values.length; k++) {
            long step = (long) Math.rint(times[k]);
            if (silentBelowThreshold && values[k] < threshold || lateIsSilent && step >= steps) {
                continue;
            }
            if (step >= steps) {
                throw new IllegalArgumentException("value " + k + ", " + values[k] + ", spikes in step " + step
                        + ", behind the last of " + steps + "; normalise, or let late spikes be silent");
            }
            spikes[(int) step * values.length + k] = 1;
        }
    }

    private double time(double x) {
        return switch (curve) {
            case LINEAR -> {
                double slope = normalised ? steps - 1 - first : tau;
                yield first + Math.min(slope * (1 - x), slope * (1 - threshold));
            }
            case LOGARITHMIC -> steps - 1 - Math.log(x * Math.expm1(steps - 1) + 1);
            case MEMBRANE -> {
                double y = Math.max(x, threshold + ABOVE);
                yield first + tau * Math.log(y / (y - threshold));
            }
        };
    }
}

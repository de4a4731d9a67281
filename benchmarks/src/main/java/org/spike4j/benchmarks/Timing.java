package org.spike4j.benchmarks;

import java.util.Arrays;

/**
 * How often a benchmark runs.
 *
 * @param warmup repetitions that do not count
 * @param repetitions repetitions that count, at least 3
 */
public record Timing(int warmup, int repetitions) {

    /** Checks the numbers. */
    public Timing {
        if (warmup < 0 || repetitions < 3) {
            throw new IllegalArgumentException(
                    "warm-up must be >= 0 and repetitions >= 3, were " + warmup + " and " + repetitions);
        }
    }

    /** One repetition; returns the times of its parts in nanoseconds. */
    interface Step {
        long[] run();
    }

    /** Median of each part over the repetitions that count, in milliseconds. */
    double[] medians(Step step) {
        for (int k = 0; k < warmup; k++) {
            step.run();
        }
        long[][] times = new long[repetitions][];
        for (int k = 0; k < repetitions; k++) {
            times[k] = step.run();
        }
        double[] medians = new double[times[0].length];
        for (int part = 0; part < medians.length; part++) {
            int which = part;
            long[] sorted =
                    Arrays.stream(times).mapToLong(t -> t[which]).sorted().toArray();
            int middle = sorted.length / 2;
            long twice = sorted.length % 2 == 1 ? 2 * sorted[middle] : sorted[middle - 1] + sorted[middle];
            medians[part] = twice / 2e6;
        }
        return medians;
    }
}

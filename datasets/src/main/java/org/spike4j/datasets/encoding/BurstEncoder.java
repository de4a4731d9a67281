package org.spike4j.datasets.encoding;

/**
 * A burst at the start, of more and closer spikes the larger the value:
 *
 * <pre>
 * n = ceil(most x);  interval = ceil(longest - (longest - shortest) x);  spikes at 0, interval, ..., (n - 1) interval
 * </pre>
 *
 * <p>Spikes behind the last step are lost. Guo et al. 2021, "Neural coding in spiking neural networks".
 *
 * @param steps T
 * @param most spikes at x = 1
 * @param shortest steps between spikes at x = 1, at least 1
 * @param longest steps between spikes at x = 0, at least the shortest
 */
public record BurstEncoder(int steps, int most, int shortest, int longest) implements Encoder {
    /** Checks the values. */
    public BurstEncoder {
        Values.requireSteps(steps);
        if (most < 1) {
            throw new IllegalArgumentException("most must be >= 1 spike, was " + most);
        }
        if (shortest < 1 || longest < shortest) {
            throw new IllegalArgumentException(
                    "intervals must be 1 <= shortest <= longest steps, were " + shortest + " and " + longest);
        }
    }

    @Override
    public void encode(double[] values, long seed, float[] spikes) {
        for (int k = 0; k < values.length; k++) {
            Values.requireShare(values[k], k);
            int count = (int) Math.ceil(most * values[k]);
            int interval = (int) Math.ceil(longest - (longest - shortest) * values[k]);
            for (int spike = 0; spike < count && spike * (long) interval < steps; spike++) {
                spikes[spike * interval * values.length + k] = 1;
            }
        }
    }
}

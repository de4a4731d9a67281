package org.spike4j.datasets.encoding;

/**
 * Changes of a sequence as spikes:
 *
 * <pre>
 * d_t = x_t - x_(t-1),  x_(-1) = 0, or x_0 if the first step is silent
 * s_t = 1 if d_t &gt;= threshold;  -1 if d_t &lt;= -threshold and falls spike;  else 0
 * </pre>
 *
 * <p>As {@code spikegen.delta} of snnTorch. An event camera compares with the value at the last event instead, which does not
 * lose slow changes; see {@link org.spike4j.datasets.simulation.EventCamera}.
 *
 * @param threshold least change that spikes, above 0
 * @param fallsSpike whether falling values give spikes of -1
 * @param firstIsSilent whether the first step is compared with itself instead of with 0
 */
public record DeltaEncoder(double threshold, boolean fallsSpike, boolean firstIsSilent) {
    /** Checks the threshold. */
    public DeltaEncoder {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("threshold must be > 0, was " + threshold);
        }
    }

    /**
     * Encodes a sequence.
     *
     * @param sequence T slabs of n values; not modified
     * @param width n
     * @return as many spikes, 1, 0 or -1
     * @throws IllegalArgumentException if the sequence is not made of whole slabs, or a value is not finite
     */
    public float[] encode(double[] sequence, int width) {
        if (width < 1 || sequence.length % width != 0) {
            throw new IllegalArgumentException(
                    "a sequence must have a multiple of " + width + " values, had " + sequence.length);
        }
        float[] spikes = new float[sequence.length];
        for (int k = 0; k < sequence.length; k++) {
            Values.requireFinite(sequence[k], k);
            double before = k >= width ? sequence[k - width] : firstIsSilent ? sequence[k] : 0;
            double change = sequence[k] - before;
            spikes[k] = change >= threshold ? 1 : fallsSpike && change <= -threshold ? -1 : 0;
        }
        return spikes;
    }
}

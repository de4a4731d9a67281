package org.spike4j.datasets.encoding;

/**
 * Weighted phase: the binary digits of the value after the point, the most significant first, over and over. In step t of a
 * phase of K steps
 *
 * <pre>
 * s_t = floor(2^(t+1) x) mod 2,  t = 0 ... K-1;  a spike there weighs 2^-(t+1)
 * </pre>
 *
 * <p>Takes values from 0 to 1; what K digits cannot tell, 1 above all, is cut off to 1 - 2^-K. Kim et al. 2018, "Deep neural
 * networks with weighted spikes".
 *
 * @param digits K, 1 to 30
 * @param phases how often the digits are repeated
 */
public record PhaseEncoder(int digits, int phases) implements Encoder {
    private static final int MOST_DIGITS = 30;

    /** Checks the values. */
    public PhaseEncoder {
        if (digits < 1 || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("digits must be 1 to " + MOST_DIGITS + ", was " + digits);
        }
        if (phases < 1) {
            throw new IllegalArgumentException("phases must be >= 1, was " + phases);
        }
    }

    @Override
    public int steps() {
        return digits * phases;
    }

    @Override
    public void encode(double[] values, long seed, float[] spikes) {
        int all = 1 << digits;
        for (int k = 0; k < values.length; k++) {
            Values.requireShare(values[k], k);
            int bits = Math.min(all - 1, (int) (values[k] * all));
            for (int t = 0; t < steps(); t++) {
                spikes[t * values.length + k] = bits >> (digits - 1 - t % digits) & 1;
            }
        }
    }
}

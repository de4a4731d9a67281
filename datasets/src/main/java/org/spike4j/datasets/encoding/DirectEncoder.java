package org.spike4j.datasets.encoding;

/**
 * The value itself in every step, y_t = x; the first layer of the network makes the spikes. Takes any finite value.
 *
 * @param steps T
 */
public record DirectEncoder(int steps) implements Encoder {
    /** Checks the steps. */
    public DirectEncoder {
        Values.requireSteps(steps);
    }

    @Override
    public void encode(double[] values, long seed, float[] spikes) {
        for (int k = 0; k < values.length; k++) {
            Values.requireFinite(values[k], k);
            for (int t = 0; t < steps; t++) {
                spikes[t * values.length + k] = (float) values[k];
            }
        }
    }
}

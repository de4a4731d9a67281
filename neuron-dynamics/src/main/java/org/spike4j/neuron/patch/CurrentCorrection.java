package org.spike4j.neuron.patch;

/**
 * What the statistics of a normalisation add to the gradient on the currents: slope x + offset for a current x.
 *
 * @param slope one a channel
 * @param offset one a channel
 */
public record CurrentCorrection(double[] slope, double[] offset) {

    /** gradient += slope x + offset on packed values [positions, channels]. Unchecked. */
    void addInPlace(float[] gradient, float[] x, int at, int positions) {
        float[] slopes = VectorRows.floats(slope);
        float[] offsets = VectorRows.floats(offset);
        for (int p = 0; p < positions; p++) {
            VectorRows.addAffine(gradient, x, at + p * slopes.length, slopes, offsets);
        }
    }
}

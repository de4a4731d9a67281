package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.VectorRows.LANES;
import static org.spike4j.neuron.patch.VectorRows.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * What the statistics of a normalisation add to the gradient on the currents: slope x + offset for a current x.
 *
 * @param slope one a channel
 * @param offset one a channel
 */
public record CurrentCorrection(double[] slope, double[] offset) {

    /** gradient += slope x + offset on packed values [positions, channels]. Unchecked. */
    void addInPlace(float[] gradient, float[] x, int at, int positions) {
        int channels = slope.length;
        float[] slopes = VectorRows.floats(slope);
        float[] offsets = VectorRows.floats(offset);
        for (int p = 0; p < positions; p++) {
            addRow(gradient, x, at + p * channels, slopes, offsets);
        }
    }

    private static void addRow(float[] gradient, float[] x, int at, float[] slopes, float[] offsets) {
        for (int c = 0; c < slopes.length; c += LANES) {
            FloatVector.fromArray(SPECIES, x, at + c)
                    .fma(FloatVector.fromArray(SPECIES, slopes, c), FloatVector.fromArray(SPECIES, offsets, c))
                    .add(FloatVector.fromArray(SPECIES, gradient, at + c))
                    .intoArray(gradient, at + c);
        }
    }
}

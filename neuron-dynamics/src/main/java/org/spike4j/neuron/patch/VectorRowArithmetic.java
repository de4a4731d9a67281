package org.spike4j.neuron.patch;

import static org.spike4j.neuron.patch.VectorRows.LANES;
import static org.spike4j.neuron.patch.VectorRows.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Whole vectors, and the rest of a row one by one. */
final class VectorRowArithmetic implements RowArithmetic {

    @Override
    public void addScaled(float[] sum, int at, float[] row, int rowAt, int width, float factor) {
        int whole = width & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            FloatVector.fromArray(SPECIES, row, rowAt + k)
                    .mul(factor)
                    .add(FloatVector.fromArray(SPECIES, sum, at + k))
                    .intoArray(sum, at + k);
        }
        for (int k = whole; k < width; k++) {
            sum[at + k] += factor * row[rowAt + k];
        }
    }

    @Override
    public void max(float[] best, int at, float[] row, int rowAt, int width) {
        int whole = width & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            FloatVector.fromArray(SPECIES, best, at + k)
                    .max(FloatVector.fromArray(SPECIES, row, rowAt + k))
                    .intoArray(best, at + k);
        }
        for (int k = whole; k < width; k++) {
            best[at + k] = Math.max(best[at + k], row[rowAt + k]);
        }
    }

    @Override
    public void scale(float[] row, int at, int width, float factor) {
        int whole = width & -LANES;
        for (int k = 0; k < whole; k += LANES) {
            FloatVector.fromArray(SPECIES, row, at + k).mul(factor).intoArray(row, at + k);
        }
        for (int k = whole; k < width; k++) {
            row[at + k] *= factor;
        }
    }
}

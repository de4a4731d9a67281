package org.spike4j.neuron.patch;

/** The reference. */
final class PlainRowArithmetic implements RowArithmetic {

    @Override
    public void addScaled(float[] sum, int at, float[] row, int rowAt, int width, float factor) {
        for (int k = 0; k < width; k++) {
            sum[at + k] += factor * row[rowAt + k];
        }
    }

    @Override
    public void max(float[] best, int at, float[] row, int rowAt, int width) {
        for (int k = 0; k < width; k++) {
            best[at + k] = Math.max(best[at + k], row[rowAt + k]);
        }
    }

    @Override
    public void scale(float[] row, int at, int width, float factor) {
        for (int k = 0; k < width; k++) {
            row[at + k] *= factor;
        }
    }
}

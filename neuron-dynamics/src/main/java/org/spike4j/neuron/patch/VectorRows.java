package org.spike4j.neuron.patch;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of short rows of floats, on vectors. Rows are a multiple of {@link #LANES} wide. Four rows are taken at a time, because
 * reading and writing the sum costs as much as two of them; and four vectors of a row, because their sums are independent of
 * each other. Unchecked.
 */
final class VectorRows {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    private static final int TWO = 2 * LANES;
    private static final int THREE = 3 * LANES;
    static final int FOUR = 4 * LANES;

    private VectorRows() {}

    /** sum += a + b + c + d, added one after the other. */
    static void add4(float[] sum, int at, int width, float[] rows, int a, int b, int c, int d) {
        if (width == FOUR) {
            addFour(sum, at, rows, a, b, c, d);
        } else {
            addAny(sum, at, width, rows, a, b, c, d);
        }
    }

    private static void addAny(float[] sum, int at, int width, float[] rows, int a, int b, int c, int d) {
        for (int k = 0; k < width; k += LANES) {
            vector(sum, at + k)
                    .add(vector(rows, a + k))
                    .add(vector(rows, b + k))
                    .add(vector(rows, c + k))
                    .add(vector(rows, d + k))
                    .intoArray(sum, at + k);
        }
    }

    /** The same for rows of {@link #FOUR} elements. */
    static void addFour(float[] sum, int at, float[] rows, int a, int b, int c, int d) {
        FloatVector s0 = vector(sum, at).add(vector(rows, a));
        FloatVector s1 = vector(sum, at + LANES).add(vector(rows, a + LANES));
        FloatVector s2 = vector(sum, at + TWO).add(vector(rows, a + TWO));
        FloatVector s3 = vector(sum, at + THREE).add(vector(rows, a + THREE));
        s0 = s0.add(vector(rows, b)).add(vector(rows, c));
        s1 = s1.add(vector(rows, b + LANES)).add(vector(rows, c + LANES));
        s2 = s2.add(vector(rows, b + TWO)).add(vector(rows, c + TWO));
        s3 = s3.add(vector(rows, b + THREE)).add(vector(rows, c + THREE));
        s0.add(vector(rows, d)).intoArray(sum, at);
        s1.add(vector(rows, d + LANES)).intoArray(sum, at + LANES);
        s2.add(vector(rows, d + TWO)).intoArray(sum, at + TWO);
        s3.add(vector(rows, d + THREE)).intoArray(sum, at + THREE);
    }

    /** to = a + b + c + d, added one after the other. */
    static void sumOfFour(float[] to, int at, int width, float[] rows, int a, int b, int c, int d) {
        if (width == FOUR) {
            ofFour(to, at, rows, a, b, c, d);
            ofFour(to, at + TWO, rows, a + TWO, b + TWO, c + TWO, d + TWO);
        } else {
            for (int k = 0; k < width; k += LANES) {
                vector(rows, a + k)
                        .add(vector(rows, b + k))
                        .add(vector(rows, c + k))
                        .add(vector(rows, d + k))
                        .intoArray(to, at + k);
            }
        }
    }

    /** Two vectors of it. */
    private static void ofFour(float[] to, int at, float[] rows, int a, int b, int c, int d) {
        FloatVector s0 = vector(rows, a).add(vector(rows, b));
        FloatVector s1 = vector(rows, a + LANES).add(vector(rows, b + LANES));
        s0.add(vector(rows, c)).add(vector(rows, d)).intoArray(to, at);
        s1.add(vector(rows, c + LANES)).add(vector(rows, d + LANES)).intoArray(to, at + LANES);
    }

    /** to = from + row. */
    static void sum(float[] to, int at, int width, float[] from, int fromAt, float[] row, int rowAt) {
        if (width == FOUR) {
            vector(from, fromAt).add(vector(row, rowAt)).intoArray(to, at);
            vector(from, fromAt + LANES).add(vector(row, rowAt + LANES)).intoArray(to, at + LANES);
            vector(from, fromAt + TWO).add(vector(row, rowAt + TWO)).intoArray(to, at + TWO);
            vector(from, fromAt + THREE).add(vector(row, rowAt + THREE)).intoArray(to, at + THREE);
        } else {
            sumAny(to, at, width, from, fromAt, row, rowAt);
        }
    }

    private static void sumAny(float[] to, int at, int width, float[] from, int fromAt, float[] row, int rowAt) {
        for (int k = 0; k < width; k += LANES) {
            vector(from, fromAt + k).add(vector(row, rowAt + k)).intoArray(to, at + k);
        }
    }

    /** sum += factor row. */
    static void addScaled(float[] sum, int at, int width, float[] row, int rowAt, float factor) {
        FloatVector f = FloatVector.broadcast(SPECIES, factor);
        for (int k = 0; k < width; k += LANES) {
            vector(row, rowAt + k).fma(f, vector(sum, at + k)).intoArray(sum, at + k);
        }
    }

    /** sum += slope x + offset for a row of both arrays that starts at the same index, as wide as slope and offset. */
    static void addAffine(float[] sum, float[] x, int at, float[] slope, float[] offset) {
        for (int k = 0; k < slope.length; k += LANES) {
            vector(x, at + k)
                    .fma(vector(slope, k), vector(offset, k))
                    .add(vector(sum, at + k))
                    .intoArray(sum, at + k);
        }
    }

    /** Adds one row to four sums; the row is read once. */
    static void addToFour(float[] sums, int a, int b, int c, int d, int width, float[] row, int rowAt) {
        for (int k = 0; k < width; k += LANES) {
            FloatVector g = vector(row, rowAt + k);
            vector(sums, a + k).add(g).intoArray(sums, a + k);
            vector(sums, b + k).add(g).intoArray(sums, b + k);
            vector(sums, c + k).add(g).intoArray(sums, c + k);
            vector(sums, d + k).add(g).intoArray(sums, d + k);
        }
    }

    /** So many elements and what fills the last vector. */
    static int whole(int elements) {
        return (elements + LANES - 1) / LANES * LANES;
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int k = 0; k < floats.length; k++) {
            floats[k] = (float) values[k];
        }
        return floats;
    }

    private static FloatVector vector(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }
}

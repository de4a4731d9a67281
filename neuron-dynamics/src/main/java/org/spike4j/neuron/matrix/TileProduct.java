package org.spike4j.neuron.matrix;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * product += left right, for tiles in the first two caches: element (r, k) of the left factor at r * its step + k, and so on.
 * Terms are added in the order of k, each fused with its product. Unchecked.
 *
 * <p>Sums of four rows by two vectors stay in registers, or of eight rows by one where a vector is left. Rows and vectors
 * that fill these up are computed too and must have memory; they do not touch the others.
 */
final class TileProduct {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int LINE = 16; // floats of a cache line
    private static final int DEPTH = 256; // so much of two vectors of the right factor stays in the first cache

    private TileProduct() {}

    /** Rows of a tile and those that fill up the last ones. */
    static int paddedRows(int rows) {
        return (rows + 7) / 8 * 8;
    }

    /**
     * A step of rows of so many columns: whole vectors, and an odd number of cache lines, since rows that are a power of two
     * apart compete for few places of a cache.
     */
    static int step(int columns) {
        int whole = (columns + LANES - 1) / LANES * LANES;
        return ((whole + LINE - 1) / LINE | 1) * LINE;
    }

    /** A matrix in an array. */
    record Tile(float[] values, int at, int step) {}

    /** Adds the product of a left factor [rows, depth] and a right factor [depth, columns]. */
    static void add(Tile left, Tile right, Tile product, int rows, int depth, int columns) {
        for (int k = 0; k < depth; k += DEPTH) {
            addSlice(left, k, right, product, rows, Math.min(DEPTH, depth - k), columns);
        }
    }

    private static void addSlice(Tile left, int k, Tile right, Tile product, int rows, int depth, int columns) {
        int from = right.at + k * right.step;
        int column = 0;
        for (; column + LANES < columns; column += 2 * LANES) {
            for (int r = 0; r < rows; r += 4) {
                addFourByTwo(
                        left.values,
                        left.at + r * left.step + k,
                        left.step,
                        right.values,
                        from + column,
                        right.step,
                        depth,
                        product.values,
                        product.at + r * product.step + column,
                        product.step);
            }
        }
        for (int r = 0; column < columns && r < rows; r += 8) {
            addEightByOne(
                    left.values,
                    left.at + r * left.step + k,
                    left.step,
                    right.values,
                    from + column,
                    right.step,
                    depth,
                    product.values,
                    product.at + r * product.step + column,
                    product.step);
        }
    }

    private static void addFourByTwo(
            float[] a, int aAt, int aStep, float[] b, int bAt, int bStep, int depth, float[] c, int cAt, int cStep) {
        FloatVector s00 = vector(c, cAt);
        FloatVector s01 = vector(c, cAt + LANES);
        FloatVector s10 = vector(c, cAt + cStep);
        FloatVector s11 = vector(c, cAt + cStep + LANES);
        FloatVector s20 = vector(c, cAt + 2 * cStep);
        FloatVector s21 = vector(c, cAt + 2 * cStep + LANES);
        FloatVector s30 = vector(c, cAt + 3 * cStep);
        FloatVector s31 = vector(c, cAt + 3 * cStep + LANES);
        for (int k = 0; k < depth; k++) {
            FloatVector first = vector(b, bAt + k * bStep);
            FloatVector second = vector(b, bAt + k * bStep + LANES);
            FloatVector x0 = all(a[aAt + k]);
            s00 = x0.fma(first, s00);
            s01 = x0.fma(second, s01);
            FloatVector x1 = all(a[aAt + aStep + k]);
            s10 = x1.fma(first, s10);
            s11 = x1.fma(second, s11);
            FloatVector x2 = all(a[aAt + 2 * aStep + k]);
            s20 = x2.fma(first, s20);
            s21 = x2.fma(second, s21);
            FloatVector x3 = all(a[aAt + 3 * aStep + k]);
            s30 = x3.fma(first, s30);
            s31 = x3.fma(second, s31);
        }
        s00.intoArray(c, cAt);
        s01.intoArray(c, cAt + LANES);
        s10.intoArray(c, cAt + cStep);
        s11.intoArray(c, cAt + cStep + LANES);
        s20.intoArray(c, cAt + 2 * cStep);
        s21.intoArray(c, cAt + 2 * cStep + LANES);
        s30.intoArray(c, cAt + 3 * cStep);
        s31.intoArray(c, cAt + 3 * cStep + LANES);
    }

    private static void addEightByOne(
            float[] a, int aAt, int aStep, float[] b, int bAt, int bStep, int depth, float[] c, int cAt, int cStep) {
        FloatVector s0 = vector(c, cAt);
        FloatVector s1 = vector(c, cAt + cStep);
        FloatVector s2 = vector(c, cAt + 2 * cStep);
        FloatVector s3 = vector(c, cAt + 3 * cStep);
        FloatVector s4 = vector(c, cAt + 4 * cStep);
        FloatVector s5 = vector(c, cAt + 5 * cStep);
        FloatVector s6 = vector(c, cAt + 6 * cStep);
        FloatVector s7 = vector(c, cAt + 7 * cStep);
        for (int k = 0; k < depth; k++) {
            FloatVector row = vector(b, bAt + k * bStep);
            s0 = all(a[aAt + k]).fma(row, s0);
            s1 = all(a[aAt + aStep + k]).fma(row, s1);
            s2 = all(a[aAt + 2 * aStep + k]).fma(row, s2);
            s3 = all(a[aAt + 3 * aStep + k]).fma(row, s3);
            s4 = all(a[aAt + 4 * aStep + k]).fma(row, s4);
            s5 = all(a[aAt + 5 * aStep + k]).fma(row, s5);
            s6 = all(a[aAt + 6 * aStep + k]).fma(row, s6);
            s7 = all(a[aAt + 7 * aStep + k]).fma(row, s7);
        }
        s0.intoArray(c, cAt);
        s1.intoArray(c, cAt + cStep);
        s2.intoArray(c, cAt + 2 * cStep);
        s3.intoArray(c, cAt + 3 * cStep);
        s4.intoArray(c, cAt + 4 * cStep);
        s5.intoArray(c, cAt + 5 * cStep);
        s6.intoArray(c, cAt + 6 * cStep);
        s7.intoArray(c, cAt + 7 * cStep);
    }

    private static FloatVector vector(float[] array, int at) {
        return FloatVector.fromArray(SPECIES, array, at);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}

package org.spike4j.neuron.kernel;

import java.util.Arrays;

/** The same elements of many rows, read and written as doubles, one row at a time. For one thread; unchecked. */
final class RowWindow {
    private final Slabs slabs;
    private final long start;
    private final double[] values;
    private final float[] floats;

    /** A window on the elements from a start on. */
    RowWindow(Slabs slabs, long start, int length) {
        this.slabs = slabs;
        this.start = start;
        values = new double[length];
        floats = slabs.doubles() ? null : new float[length];
    }

    /** Reads a row; the array is that of the next row too. */
    double[] load(int row) {
        if (floats == null) {
            slabs.load(row, start, values.length, values, 0);
            return values;
        }
        slabs.load(row, start, floats.length, floats, 0);
        for (int k = 0; k < floats.length; k++) {
            values[k] = floats[k];
        }
        return values;
    }

    /** Writes a row, rounding to floats where the tensor has them. */
    void store(int row, double[] row64) {
        if (floats == null) {
            slabs.store(row, start, values.length, row64, 0);
            return;
        }
        for (int k = 0; k < floats.length; k++) {
            floats[k] = (float) row64[k];
        }
        slabs.store(row, start, floats.length, floats, 0);
    }

    /** The sum of each run of neighbouring elements of one channel. */
    static double[] byChannel(double[] elements, int inner) {
        double[] sums = new double[elements.length / inner];
        for (int c = 0; c < sums.length; c++) {
            for (int k = 0; k < inner; k++) {
                sums[c] += elements[c * inner + k];
            }
        }
        return sums;
    }

    /** The value of each channel, from the first on, at all its elements. */
    static double[] byElement(double[] channels, int first, int count, int inner) {
        double[] elements = new double[count * inner];
        for (int c = 0; c < count; c++) {
            Arrays.fill(elements, c * inner, (c + 1) * inner, channels[first + c]);
        }
        return elements;
    }
}

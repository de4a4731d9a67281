package org.spike4j.layers.execution;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A sequence taken apart by samples, without the steps that do not count.
 *
 * @param values [T][N][columns]
 * @param mask [T][N], or null if all steps count
 * @param samples N
 * @param columns values of a sample at a step
 */
record SampleRows(double[] values, double[] mask, int samples, int columns) {

    /** Of a sequence [T, N, columns] and a mask [T, N] or null; neither is modified. */
    static SampleRows of(INDArray sequence, INDArray mask) {
        return new SampleRows(
                Values.read(sequence), mask == null ? null : Values.read(mask), (int) sequence.size(1), (int)
                        sequence.size(2));
    }

    /** The steps of a sample, each some neighbouring columns added up: [steps that count][columns / added]. */
    double[] read(int sample, int added) {
        double[] read = new double[steps(sample) * columns / added];
        int to = 0;
        for (int row = sample; row * columns < values.length; row += samples) {
            for (int c = 0; counts(row) && c < columns; c++) {
                read[to + c / added] += values[row * columns + c];
            }
            to += counts(row) ? columns / added : 0;
        }
        return read;
    }

    /** Writes a gradient on what {@link #read} gave to a gradient on the values, [T][N][columns]. */
    void write(int sample, int added, double[] gradient, double[] onValues) {
        int from = 0;
        for (int row = sample; row * columns < values.length; row += samples) {
            for (int c = 0; counts(row) && c < columns; c++) {
                onValues[row * columns + c] = gradient[from + c / added];
            }
            from += counts(row) ? columns / added : 0;
        }
    }

    private int steps(int sample) {
        int steps = 0;
        for (int row = sample; row * columns < values.length; row += samples) {
            steps += counts(row) ? 1 : 0;
        }
        return steps;
    }

    private boolean counts(int row) {
        return mask == null || mask[row] != 0;
    }
}

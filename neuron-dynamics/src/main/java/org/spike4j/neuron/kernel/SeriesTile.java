package org.spike4j.neuron.kernel;

import java.util.Arrays;

/** The values of some neighbouring units over all steps, each unit's in an array of its own. */
final class SeriesTile {
    private final double[][] series;
    private final double[] row;

    SeriesTile(int units, int steps) {
        series = new double[units][steps];
        row = new double[units];
    }

    double[] series(int unit) {
        return series[unit];
    }

    /** Reads units from a start on; zeros where there is no memory. */
    void read(Slabs memory, long start, int count) {
        if (memory == null) {
            Arrays.stream(series).forEach(one -> Arrays.fill(one, 0));
            return;
        }
        for (int t = 0; t < series[0].length; t++) {
            memory.load(t, start, count, row, 0);
            for (int unit = 0; unit < count; unit++) {
                series[unit][t] = row[unit];
            }
        }
    }

    /** Writes units from a start on, if there is memory. */
    void write(Slabs memory, long start, int count) {
        for (int t = 0; memory != null && t < series[0].length; t++) {
            for (int unit = 0; unit < count; unit++) {
                row[unit] = series[unit][t];
            }
            memory.store(t, start, count, row, 0);
        }
    }
}

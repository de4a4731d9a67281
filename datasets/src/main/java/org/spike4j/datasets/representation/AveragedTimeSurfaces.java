package org.spike4j.datasets.representation;

import org.spike4j.datasets.event.EventStream;

/**
 * Histograms of averaged time surfaces (HATS): what surrounds the events of each cell of K x K pixels in space and
 * time, on average. The surface of event i, over the places z = (a, b) around it with |a|, |b| {@code <=} R, sums the
 * events before it, of its cell C and its polarity p,
 *
 * <pre>
 * T_i(z) = sum over events j at x_i + z, in C, of p, with t_i - window &lt;= t_j &lt; t_i, of exp(-(t_i - t_j) / tau)
 * H(C, p, z) = sum over the events i of C and p of T_i(z)  / (number of events of C)
 * </pre>
 *
 * <p>Sironi et al. 2018, "HATS: Histograms of averaged time surfaces for robust event-based object classification".
 * Takes events in order of time; the cells at the right and lower border are smaller where K does not divide the
 * sensor.
 *
 * @param cell K, pixels, at least 1
 * @param radius R, pixels, at least 0
 * @param tauMicros tau, microseconds, above 0
 * @param windowMicros how far back events count, microseconds, at least 1
 */
public record AveragedTimeSurfaces(int cell, int radius, double tauMicros, long windowMicros) {
    private static final int CHANNELS = 2;

    /** Checks the values. */
    public AveragedTimeSurfaces {
        if (cell < 1 || radius < 0 || radius >= Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "cell must be >= 1 and radius 0 to 32766 pixels, were " + cell + " and " + radius);
        }
        if (!(tauMicros > 0) || windowMicros < 1) {
            throw new IllegalArgumentException("tauMicros must be > 0 and windowMicros >= 1 microseconds, were "
                    + tauMicros + " and " + windowMicros);
        }
    }

    /** Numbers of the histogram of a cell, 2 (2 R + 1)^2. */
    int channels() {
        return CHANNELS * Math.multiplyExact(2 * radius + 1, 2 * radius + 1);
    }

    /**
     * Shape of the histograms of a sensor.
     *
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @return [rows of cells, columns of cells, 2, 2 R + 1, 2 R + 1]
     */
    public long[] shape(int width, int height) {
        long side = 2L * radius + 1;
        return new long[] {(height + cell - 1L) / cell, (width + cell - 1L) / cell, CHANNELS, side, side};
    }

    /**
     * The histograms of a recording.
     *
     * @param events events in order of time; not modified
     * @return H, [rows of cells, columns of cells, 2, 2 R + 1, 2 R + 1] in c order
     */
    public float[] of(EventStream events) {
        Sensor.requireOrder(events);
        int columns = (int) shape(events.width(), events.height())[1];
        int rows = (int) shape(events.width(), events.height())[0];
        int surface = (2 * radius + 1) * (2 * radius + 1);
        double[] sums = new double[Math.multiplyExact(Math.multiplyExact(rows, columns), CHANNELS * surface)];
        int[] counts = new int[rows * columns];
        RecentEvents recent = new RecentEvents(events, windowMicros);
        for (int i = 0; i < events.size(); i++) {
            int c = events.y(i) / cell * columns + events.x(i) / cell;
            counts[c]++;
            addSurface(events, i, recent, sums, (c * CHANNELS + events.polarity(i)) * surface);
            recent.add(i);
        }
        float[] histograms = new float[sums.length];
        for (int k = 0; k < sums.length; k++) {
            // A cell without events has sums of 0.
            histograms[k] = (float) (sums[k] / Math.max(1, counts[k / (CHANNELS * surface)]));
        }
        return histograms;
    }

    private void addSurface(EventStream events, int i, RecentEvents recent, double[] sums, int at) {
        int x = events.x(i);
        int y = events.y(i);
        int left = x / cell * cell;
        int top = y / cell * cell;
        int right = Math.min(left + cell, events.width()) - 1;
        int bottom = Math.min(top + cell, events.height()) - 1;
        for (int row = Math.max(top, y - radius); row <= Math.min(bottom, y + radius); row++) {
            for (int column = Math.max(left, x - radius); column <= Math.min(right, x + radius); column++) {
                int place = (row - y + radius) * (2 * radius + 1) + column - x + radius;
                sums[at + place] += recent.decayed(column, row, events.polarity(i), events.t(i), tauMicros);
            }
        }
    }
}

package org.spike4j.datasets.audio;

import java.util.Arrays;

/**
 * Inner hair cells: a movement s of the membrane releases transmitter from a pool q into the cleft c, from where it is
 * lost or taken up into the store w, which refills the pool. Release is rectified and saturates, and the pool empties, so
 * that the onset of a sound is answered most. For each sample, of duration dt,
 *
 * <pre>
 * k  = g max(s + A, 0) / (max(s + A, 0) + B)
 * q' = q + dt (max(y (1 - q), 0) - k q + x w)
 * c' = e c + (1 - e) k q / (l + r),  e = exp(-(l + r) dt)
 * w' = w + dt (r c - x w)
 * output = h c'  nerve spikes a second
 * </pre>
 *
 * <p>At rest and for a constant s: c = k y / (y (l + r) + k l). The cleft is faster than the samples of a telephone, hence
 * its exact step; the rest is forward Euler. Constants are those of a nerve fibre with a medium spontaneous rate; s is in
 * the unit in which an effective value of 1 is 30 dB of sound pressure.
 *
 * <p>Meddis 1986, "Simulation of mechanical to neural transduction in the auditory receptor"; constants of Meddis, Hewitt,
 * Shackleton 1990, "Implementation details of a computation model of the inner hair-cell/auditory-nerve synapse", table
 * II. Cramer et al. 2020, "The Heidelberg spiking data sets for the systematic evaluation of spiking neural networks",
 * make their spikes with such cells.
 */
final class HairCells {
    private static final double A = 10;
    private static final double B = 3000;
    private static final double G = 1000;
    private static final double Y = 5.05;
    private static final double L = 2500;
    private static final double R = 6580;
    private static final double X = 66.31;
    private static final double H = 50_000;

    private final double dt;
    private final double keep;
    private final double[] pool;
    private final double[] cleft;
    private final double[] store;

    /**
     * Cells that have been in silence for long.
     *
     * @param cells how many
     * @param dt duration of a sample in seconds
     */
    HairCells(int cells, double dt) {
        this.dt = dt;
        this.keep = Math.exp(-(L + R) * dt);
        this.pool = filled(cells, steadyCleft(0) * (L + R) / release(0));
        this.cleft = filled(cells, steadyCleft(0));
        this.store = filled(cells, steadyCleft(0) * R / X);
    }

    /** Transmitter released a second, as a share of the pool. */
    private static double release(double movement) {
        double open = Math.max(movement + A, 0);
        return G * open / (open + B);
    }

    private static double steadyCleft(double movement) {
        double k = release(movement);
        return k * Y / (Y * (L + R) + k * L);
    }

    /** Spikes a second that a constant movement ends in. */
    static double steadyRate(double movement) {
        return H * steadyCleft(movement);
    }

    /**
     * The next sample.
     *
     * @param movement of the membrane at each cell
     * @param rate receives the spikes a second of a nerve fibre of each cell
     */
    void step(double[] movement, double[] rate) {
        for (int i = 0; i < pool.length; i++) {
            double q = pool[i];
            double c = cleft[i];
            double w = store[i];
            double released = release(movement[i]) * q;
            pool[i] = q + dt * (Math.max(Y * (1 - q), 0) - released + X * w);
            cleft[i] = keep * c + (1 - keep) * released / (L + R);
            store[i] = w + dt * (R * c - X * w);
            rate[i] = H * cleft[i];
        }
    }

    private static double[] filled(int cells, double value) {
        double[] values = new double[cells];
        Arrays.fill(values, value);
        return values;
    }
}

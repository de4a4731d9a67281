package org.spike4j.datasets.transform.mixing;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A part of space and time of any shape: where a random sum of Gaussians is large. With u, v and s the place along the
 * columns, the rows and the time, each 0 to 1,
 *
 * <pre>
 * m(u, v, s) = sum over k of p_k exp(-((u - a_k)^2 / 2 d_k^2 + (v - b_k)^2 / 2 e_k^2 + (s - c_k)^2 / 2 f_k^2))
 * inside if  m &gt; threshold
 * </pre>
 *
 * <p>with 2 to 4 Gaussians, centres and weights uniform in 0 to 1, widths half of max(0.1, u), u uniform in 0 to 1. The
 * threshold is such that the wanted share of a grid of {@value #CELLS}^3 points is inside.
 */
final class GaussianMask {
    private static final int CELLS = 16;
    private static final int FEWEST = 2;
    private static final int MOST = 4;

    /** Per Gaussian: weight, then centre and width of each axis. */
    private final double[][] gaussians;

    private final double threshold;

    private GaussianMask(double[][] gaussians, double share) {
        this.gaussians = gaussians;
        this.threshold = threshold(share);
    }

    static GaussianMask draw(double share, SplittableRandom random) {
        double[][] gaussians = new double[random.nextInt(FEWEST, MOST + 1)][7];
        for (double[] gaussian : gaussians) {
            gaussian[0] = random.nextDouble();
            for (int axis = 0; axis < 3; axis++) {
                gaussian[1 + 2 * axis] = random.nextDouble();
                gaussian[2 + 2 * axis] = Math.max(0.1, random.nextDouble()) / 2;
            }
        }
        return new GaussianMask(gaussians, share);
    }

    private double threshold(double share) {
        double[][] side = {along(0, CELLS), along(1, CELLS), along(2, CELLS)};
        double[] values = new double[CELLS * CELLS * CELLS];
        for (int i = 0; i < values.length; i++) {
            int u = i % CELLS;
            int v = i / CELLS % CELLS;
            values[i] = value(side[0], u, side[1], v, side[2], i / CELLS / CELLS);
        }
        Arrays.sort(values);
        int outside = (int) Math.round((1 - share) * values.length);
        return outside == 0 ? -1 : values[outside - 1];
    }

    double threshold() {
        return threshold;
    }

    /**
     * The factors of all Gaussians along an axis that is cut into parts, at the middle of each part; a Gaussian is the
     * product of its three factors.
     *
     * @return [part, Gaussian], {@value #MOST} Gaussians, of which the last may be 0
     */
    double[] along(int axis, int parts) {
        double[] factors = new double[parts * MOST];
        for (int part = 0; part < parts; part++) {
            for (int k = 0; k < gaussians.length; k++) {
                double[] g = gaussians[k];
                double off = ((part + 0.5) / parts - g[1 + 2 * axis]) / g[2 + 2 * axis];
                factors[part * MOST + k] = Math.exp(-off * off / 2) * (axis == 0 ? g[0] : 1);
            }
        }
        return factors;
    }

    /** m of the parts u, v and s of the axes. */
    static double value(double[] columns, int u, double[] rows, int v, double[] times, int s) {
        double sum = 0;
        for (int k = 0; k < MOST; k++) {
            sum += columns[u * MOST + k] * rows[v * MOST + k] * times[s * MOST + k];
        }
        return sum;
    }
}

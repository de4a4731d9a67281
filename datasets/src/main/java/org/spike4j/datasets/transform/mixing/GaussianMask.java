package org.spike4j.datasets.transform.mixing;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A part of space and time of any shape: where a random sum of Gaussians is large. With u, v and s the place along the columns,
 * the rows and the time, each 0 to 1,
 *
 * <pre>
 * m(u, v, s) = sum over k of p_k exp(-((u - a_k)^2 / 2 d_k^2 + (v - b_k)^2 / 2 e_k^2 + (s - c_k)^2 / 2 f_k^2))
 * inside if  m &gt; threshold
 * </pre>
 *
 * <p>with 2 to 4 Gaussians, centres and weights uniform in 0 to 1, widths half of max(0.1, u), u uniform in 0 to 1. The threshold is
 * such that the wanted share of a grid of {@value #CELLS}^3 points is inside.
 */
final class GaussianMask {
    private static final int CELLS = 16;
    private static final int FEWEST = 2;
    private static final int MOST = 4;

    /** Per Gaussian: weight, then centre and width of each axis. */
    private final double[][] gaussians;

    private final double threshold;

    private GaussianMask(double[][] gaussians, double threshold) {
        this.gaussians = gaussians;
        this.threshold = threshold;
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
        return new GaussianMask(gaussians, threshold(gaussians, share));
    }

    private static double threshold(double[][] gaussians, double share) {
        double[] values = new double[CELLS * CELLS * CELLS];
        for (int i = 0; i < values.length; i++) {
            double u = (i % CELLS + 0.5) / CELLS;
            double v = (i / CELLS % CELLS + 0.5) / CELLS;
            double s = (i / CELLS / CELLS + 0.5) / CELLS;
            values[i] = value(gaussians, u, v, s);
        }
        Arrays.sort(values);
        int outside = (int) Math.round((1 - share) * values.length);
        return outside == 0 ? -1 : values[outside - 1];
    }

    boolean contains(double u, double v, double s) {
        return value(gaussians, u, v, s) > threshold;
    }

    private static double value(double[][] gaussians, double u, double v, double s) {
        double sum = 0;
        for (double[] g : gaussians) {
            double a = (u - g[1]) / g[2];
            double b = (v - g[3]) / g[4];
            double c = (s - g[5]) / g[6];
            sum += g[0] * Math.exp(-(a * a + b * b + c * c) / 2);
        }
        return sum;
    }
}

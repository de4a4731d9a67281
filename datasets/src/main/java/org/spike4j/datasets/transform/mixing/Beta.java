package org.spike4j.datasets.transform.mixing;

import java.util.SplittableRandom;

/**
 * The symmetric beta distribution: g1 / (g1 + g2) of two gamma numbers of shape alpha. Gamma numbers by Marsaglia and
 * Tsang 2000, "A simple method for generating gamma variables"; with alpha below 1 through g(alpha) = g(alpha + 1) u^(1
 * / alpha).
 *
 * @param alpha above 0; 1 is uniform, smaller is closer to the ends, larger closer to a half
 */
record Beta(double alpha) {
    private static final double LARGEST = 1e6;

    Beta {
        requireAlpha(alpha);
    }

    static void requireAlpha(double alpha) {
        if (!(alpha > 0 && alpha <= LARGEST)) {
            throw new IllegalArgumentException("alpha must be above 0, at most " + LARGEST + ", was " + alpha);
        }
    }

    double draw(SplittableRandom random) {
        // Logarithms, since both gamma numbers can be too small for a double if alpha is.
        double one = logGamma(random);
        double other = logGamma(random);
        return 1 / (1 + Math.exp(other - one));
    }

    private double logGamma(SplittableRandom random) {
        double below = alpha < 1 ? Math.log(1 - random.nextDouble()) / alpha : 0;
        double d = (alpha < 1 ? alpha + 1 : alpha) - 1.0 / 3;
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + normal / Math.sqrt(9 * d);
            double v = root * root * root;
            if (v > 0) {
                double bound = normal * normal / 2 + d * (1 - v + Math.log(v));
                if (Math.log(1 - random.nextDouble()) < bound) {
                    return Math.log(d * v) + below;
                }
            }
        }
    }
}

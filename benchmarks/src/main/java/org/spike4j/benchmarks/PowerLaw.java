package org.spike4j.benchmarks;

/**
 * How a cost grows: y = factor x^exponent.
 *
 * @param factor cost at x = 1
 * @param exponent slope of the straight line in logarithms
 */
public record PowerLaw(double factor, double exponent) {

    /**
     * Fits a power law to the upper half of some points, where constant costs weigh least: the least-squares line through
     * (ln x, ln y).
     *
     * @param x places, ascending and above 0, at least 2; not modified
     * @param y costs above 0, as many; not modified
     * @return the fit to the last n/2 points, rounded up, at least 2
     */
    public static PowerLaw ofUpperHalf(double[] x, double[] y) {
        int n = x.length;
        if (n < 2 || y.length != n) {
            throw new IllegalArgumentException(
                    "a power law needs at least 2 points with a cost each, was given " + n + " and " + y.length);
        }
        int from = Math.min(n / 2, n - 2);
        double meanX = 0;
        double meanY = 0;
        for (int k = from; k < n; k++) {
            meanX += Math.log(x[k]) / (n - from);
            meanY += Math.log(y[k]) / (n - from);
        }
        double covariance = 0;
        double variance = 0;
        for (int k = from; k < n; k++) {
            double dx = Math.log(x[k]) - meanX;
            covariance += dx * (Math.log(y[k]) - meanY);
            variance += dx * dx;
        }
        double exponent = covariance / variance;
        return new PowerLaw(Math.exp(meanY - exponent * meanX), exponent);
    }

    /**
     * The cost at a place.
     *
     * @param x above 0
     * @return factor x^exponent
     */
    public double at(double x) {
        return factor * Math.pow(x, exponent);
    }
}

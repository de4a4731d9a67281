package org.spike4j.neuron.kernel;

/** Running mean and sum of squared deviations, merged plane by plane. */
final class PlaneStatistics {
    private static final int LANES = 16;

    private long count;
    private double mean;
    private double squares;

    double mean() {
        return mean;
    }

    double variance() {
        return squares / count;
    }

    void merge(float[] plane) {
        float[] lanes = new float[LANES];
        int whole = plane.length - plane.length % LANES;
        for (int k = 0; k < whole; k += LANES) {
            for (int j = 0; j < LANES; j++) {
                lanes[j] += plane[k + j];
            }
        }
        double sum = 0;
        for (float lane : lanes) {
            sum += lane;
        }
        for (int k = whole; k < plane.length; k++) {
            sum += plane[k];
        }
        double planeMean = sum / plane.length;
        float center = (float) planeMean;
        float[] deviations = new float[LANES];
        for (int k = 0; k < whole; k += LANES) {
            for (int j = 0; j < LANES; j++) {
                float d = plane[k + j] - center;
                deviations[j] += d * d;
            }
        }
        double planeSquares = 0;
        for (float lane : deviations) {
            planeSquares += lane;
        }
        for (int k = whole; k < plane.length; k++) {
            planeSquares += (plane[k] - planeMean) * (plane[k] - planeMean);
        }
        merge(plane.length, planeMean, planeSquares);
    }

    void merge(double[] plane) {
        double sum = 0;
        for (double value : plane) {
            sum += value;
        }
        double planeMean = sum / plane.length;
        double planeSquares = 0;
        for (double value : plane) {
            planeSquares += (value - planeMean) * (value - planeMean);
        }
        merge(plane.length, planeMean, planeSquares);
    }

    /** Merges the mean and the sum of squared deviations of n values. */
    void merge(long n, double planeMean, double planeSquares) {
        long total = count + n;
        double delta = planeMean - mean;
        squares += planeSquares + delta * delta * count * n / total;
        mean += delta * n / total;
        count = total;
    }
}

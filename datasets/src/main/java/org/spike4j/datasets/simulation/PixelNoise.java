package org.spike4j.datasets.simulation;

import java.util.SplittableRandom;

/**
 * A Poisson process over the sensor whose events fall on pixels in proportion to weights. Each is kept with the
 * probability 1 - (1 - inLight) I of the light I on its pixel at the end of the interval, so a pixel has the rate
 * total weight / sum of the weights, times that probability.
 */
final class PixelNoise {
    private final double[] sums;
    private final double ratePerMicro;
    private final int polarity;
    private final double inLight;
    private final SplittableRandom random;
    private double next = Double.POSITIVE_INFINITY;

    /**
     * A process that stands still.
     *
     * @param weights of the pixels, not negative
     * @param hz events per second of the whole sensor in the dark
     * @param polarity of all events
     * @param inLight rate in full light as a share of that in the dark
     * @param random where random numbers come from
     */
    PixelNoise(double[] weights, double hz, int polarity, double inLight, SplittableRandom random) {
        this.sums = weights.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        this.ratePerMicro = hz * 1e-6;
        this.polarity = polarity;
        this.inLight = inLight;
        this.random = random;
    }

    void start(long micros) {
        if (ratePerMicro > 0) {
            next = micros + gap();
        }
    }

    void advance(long until, float[] intensity, IntervalEvents events) {
        while (next <= until) {
            int pixel = pixel();
            if (inLight == 1 || random.nextDouble() < 1 - (1 - inLight) * intensity[pixel]) {
                events.add((long) Math.ceil(next), pixel, polarity);
            }
            next += gap();
        }
    }

    private double gap() {
        return -Math.log1p(-random.nextDouble()) / ratePerMicro;
    }

    /** The first pixel whose sum exceeds a number drawn below the sum of all. */
    private int pixel() {
        double drawn = random.nextDouble() * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > drawn) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

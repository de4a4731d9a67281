package org.spike4j.datasets.simulation;

import java.util.SplittableRandom;

/**
 * Events that come from no change: one Poisson process over the whole sensor, of rate noiseHz * pixels.
 *
 * <p>The gaps are exponential, gap = -ln(1 - u) / rate with u uniform in [0, 1); each event falls on any pixel and has
 * either polarity with the same chance.
 */
final class BackgroundNoise {
    private final SplittableRandom random;
    private final int pixels;
    private final double ratePerMicro;
    private double next = Double.POSITIVE_INFINITY;

    BackgroundNoise(double noiseHz, int pixels, SplittableRandom random) {
        this.random = random;
        this.pixels = pixels;
        this.ratePerMicro = noiseHz * pixels * 1e-6;
    }

    /** Starts the process at a time in microseconds. */
    void start(long micros) {
        if (ratePerMicro > 0) {
            next = micros + gap();
        }
    }

    /** Adds the noise up to a time (inclusive) in microseconds. */
    void advance(long until, IntervalEvents events) {
        while (next <= until) {
            events.add((long) Math.ceil(next), random.nextInt(pixels), random.nextInt(2));
            next += gap();
        }
    }

    private double gap() {
        return -Math.log1p(-random.nextDouble()) / ratePerMicro;
    }
}

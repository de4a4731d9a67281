package org.spike4j.datasets.simulation;

import java.util.SplittableRandom;

/** Contrast threshold of each pixel: max(0.01, mean + mismatch N(0, 1)), drawn once per camera, ON and OFF apart. */
final class PixelThresholds {
    /** The least threshold a pixel can have, as in v2e; below it a pixel would fire without end. */
    static final double LEAST = 0.01;

    private final double[] on;
    private final double[] off;

    private PixelThresholds(double[] on, double[] off) {
        this.on = on;
        this.off = off;
    }

    static PixelThresholds draw(EventCameraSettings settings, int pixels, SplittableRandom random) {
        return new PixelThresholds(
                draw(settings.thresholdOn(), settings.mismatch(), pixels, random),
                draw(settings.thresholdOff(), settings.mismatch(), pixels, random));
    }

    /** Rise per ON event. */
    double on(int pixel) {
        return on[pixel];
    }

    /** Fall per OFF event, positive. */
    double off(int pixel) {
        return off[pixel];
    }

    private static double[] draw(double mean, double deviation, int pixels, SplittableRandom random) {
        double[] threshold = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            threshold[i] = deviation == 0 ? mean : Math.max(LEAST, mean + deviation * random.nextGaussian());
        }
        return threshold;
    }
}

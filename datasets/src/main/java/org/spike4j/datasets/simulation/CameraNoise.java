package org.spike4j.datasets.simulation;

import java.util.SplittableRandom;

/** The noise of one camera: its pixels' own rates, and the processes that run. */
final class CameraNoise {
    /** Shot noise in full light as a share of that in the dark, as in v2e. */
    private static final double IN_LIGHT = 0.25;

    private final BackgroundNoise background;
    private final PixelNoise shotOn;
    private final PixelNoise shotOff;
    private final PixelNoise hot;
    private final double[] leakPerMicro;

    private CameraNoise(
            BackgroundNoise background, PixelNoise shotOn, PixelNoise shotOff, PixelNoise hot, double[] leakPerMicro) {
        this.background = background;
        this.shotOn = shotOn;
        this.shotOff = shotOff;
        this.hot = hot;
        this.leakPerMicro = leakPerMicro;
    }

    static CameraNoise draw(SensorNoise noise, PixelThresholds thresholds, int pixels, SplittableRandom random) {
        BackgroundNoise background = new BackgroundNoise(noise.backgroundHz(), pixels, random.split());
        double[] factor = factors(noise.spread(), pixels, random.split());
        double[] on = new double[pixels];
        double[] off = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            on[i] = factor[i] / thresholds.on(i);
            off[i] = factor[i] / thresholds.off(i);
        }
        double each = noise.shotHz() / 2 * pixels;
        PixelNoise shotOn = new PixelNoise(on, each, 1, IN_LIGHT, random.split());
        PixelNoise shotOff = new PixelNoise(off, each, 0, IN_LIGHT, random.split());
        double[] chosen = hotPixels(noise.hotShare(), pixels, random.split());
        double hotRate = noise.hotHz() * Math.round(noise.hotShare() * pixels);
        PixelNoise hot = new PixelNoise(chosen, hotRate, 1, 1, random.split());
        return new CameraNoise(background, shotOn, shotOff, hot, leaks(noise.leakHz(), factor, thresholds));
    }

    /** Whether references fall. */
    boolean leaks() {
        return leakPerMicro.length > 0;
    }

    /** Fall of the reference of a pixel per microsecond, in log intensity. */
    double leak(int pixel) {
        return leaks() ? leakPerMicro[pixel] : 0;
    }

    void start(long micros) {
        background.start(micros);
        shotOn.start(micros);
        shotOff.start(micros);
        hot.start(micros);
    }

    /** Adds the noise up to a time (inclusive) in microseconds, under the light of the pixels. */
    void advance(long until, float[] intensity, IntervalEvents events) {
        background.advance(until, events);
        shotOn.advance(until, intensity, events);
        shotOff.advance(until, intensity, events);
        hot.advance(until, intensity, events);
    }

    /** 10^(spread N(0, 1)), divided by the mean over these pixels. */
    private static double[] factors(double spread, int pixels, SplittableRandom random) {
        double[] factor = new double[pixels];
        double sum = 0;
        for (int i = 0; i < pixels; i++) {
            factor[i] = spread == 0 ? 1 : Math.pow(10, spread * random.nextGaussian());
            sum += factor[i];
        }
        for (int i = 0; i < pixels; i++) {
            factor[i] *= pixels / sum;
        }
        return factor;
    }

    private static double[] hotPixels(double share, int pixels, SplittableRandom random) {
        double[] chosen = new double[pixels];
        long left = Math.round(share * pixels);
        for (int i = 0; i < pixels; i++) {
            if (random.nextInt(pixels - i) < left) {
                chosen[i] = 1;
                left--;
            }
        }
        return chosen;
    }

    private static double[] leaks(double hz, double[] factor, PixelThresholds thresholds) {
        double[] leak = new double[hz == 0 ? 0 : factor.length];
        for (int i = 0; i < leak.length; i++) {
            leak[i] = hz * factor[i] * thresholds.on(i) * 1e-6;
        }
        return leak;
    }
}

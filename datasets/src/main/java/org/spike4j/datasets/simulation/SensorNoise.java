package org.spike4j.datasets.simulation;

/**
 * Events that an event camera sends without a change in front of it. All rates are means over the pixels of the sensor,
 * in events per pixel and second.
 *
 * <ul>
 *   <li>Background: anywhere, at any time, either polarity, a Poisson process; whatever is in front of the camera.
 *   <li>Shot noise: either polarity, a Poisson process per pixel whose rate falls with the light as in v2e, rate = shotHz
 *       (1 - 0.75 I), I the intensity of the pixel from 0 to 1. So shotHz is the rate in the dark. A pixel with a low
 *       threshold has more of it, in proportion to 1 / thetaOn and 1 / thetaOff.
 *   <li>Leak: ON events of a still scene at nearly regular times, because the reference of a pixel falls by leakHz thetaOn
 *       per second.
 *   <li>Hot pixels: a share of the pixels that send ON events as a Poisson process of their own.
 * </ul>
 *
 * <p>Shot noise and leak of a pixel are multiplied by 10^(spread N(0, 1)) divided by the mean of that, so that pixels
 * differ and the mean stays. Shot noise, background and hot pixels move no reference and know no refractory time (v2e
 * resets the reference after them).
 *
 * <p>Source: Y. Hu, S.-C. Liu, T. Delbruck, "v2e: From Video Frames to Realistic DVS Events", CVPR Workshops 2021, and its
 * published emulator for the values of {@link #noisy}; its low-pass filter is not part of this.
 *
 * @param backgroundHz rate of the background
 * @param shotHz rate of the shot noise in the dark
 * @param leakHz rate of the leak
 * @param spread standard deviation of shot noise and leak over the pixels, in decades
 * @param hotShare share of the pixels that are hot, 0 to 1
 * @param hotHz rate of a hot pixel
 */
public record SensorNoise(
        double backgroundHz, double shotHz, double leakHz, double spread, double hotShare, double hotHz) {
    private static final double MOST_HZ = 1e6;

    /** Checks the values. */
    public SensorNoise {
        requireRate(backgroundHz, "backgroundHz");
        requireRate(shotHz, "shotHz");
        requireRate(leakHz, "leakHz");
        requireRate(hotHz, "hotHz");
        if (!(spread >= 0 && spread <= 2)) {
            throw new IllegalArgumentException("spread must be 0 to 2 decades, was " + spread);
        }
        if (!(hotShare >= 0 && hotShare <= 1)) {
            throw new IllegalArgumentException("hotShare must be 0 to 1, was " + hotShare);
        }
    }

    /**
     * No noise at all.
     *
     * @return all rates 0
     */
    public static SensorNoise none() {
        return new SensorNoise(0, 0, 0, 0, 0, 0);
    }

    /**
     * What v2e calls noisy: a camera in poor light.
     *
     * @return shot noise of 5 Hz in the dark, a leak of 0.1 Hz, and a spread of 0.1 decades
     */
    public static SensorNoise noisy() {
        return new SensorNoise(0, 5, 0.1, 0.1, 0, 0);
    }

    /**
     * With another background.
     *
     * @param hz events per pixel and second
     * @return changed noise
     */
    public SensorNoise withBackgroundHz(double hz) {
        return new SensorNoise(hz, shotHz, leakHz, spread, hotShare, hotHz);
    }

    /**
     * With another shot noise.
     *
     * @param hz events per pixel and second in the dark
     * @return changed noise
     */
    public SensorNoise withShotHz(double hz) {
        return new SensorNoise(backgroundHz, hz, leakHz, spread, hotShare, hotHz);
    }

    /**
     * With another leak.
     *
     * @param hz events per pixel and second
     * @return changed noise
     */
    public SensorNoise withLeakHz(double hz) {
        return new SensorNoise(backgroundHz, shotHz, hz, spread, hotShare, hotHz);
    }

    /**
     * With other differences between pixels.
     *
     * @param decades standard deviation of the logarithm of the rates, to base 10
     * @return changed noise
     */
    public SensorNoise withSpread(double decades) {
        return new SensorNoise(backgroundHz, shotHz, leakHz, decades, hotShare, hotHz);
    }

    /**
     * With hot pixels.
     *
     * @param share of the pixels, 0 to 1; rounded to whole pixels
     * @param hz events per hot pixel and second
     * @return changed noise
     */
    public SensorNoise withHotPixels(double share, double hz) {
        return new SensorNoise(backgroundHz, shotHz, leakHz, spread, share, hz);
    }

    private static void requireRate(double value, String name) {
        if (!(value >= 0 && value <= MOST_HZ)) {
            throw new IllegalArgumentException(name + " must be 0 to " + MOST_HZ + " Hz, was " + value);
        }
    }
}

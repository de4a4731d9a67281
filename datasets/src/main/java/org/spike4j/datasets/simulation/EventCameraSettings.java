package org.spike4j.datasets.simulation;

import java.util.Objects;

/**
 * What an {@link EventCamera} is made of.
 *
 * @param thresholdOn rise of log intensity (natural logarithm) that makes an ON event, mean over the pixels
 * @param thresholdOff fall of log intensity that makes an OFF event, mean over the pixels, positive
 * @param mismatch standard deviation of the thresholds from pixel to pixel, in log intensity; 0 = all pixels alike
 * @param refractoryMicros least time between two events of one pixel, microseconds
 * @param noise events that come from no change
 * @param seed seed of the mismatch and of the noise
 */
public record EventCameraSettings(
        double thresholdOn, double thresholdOff, double mismatch, long refractoryMicros, SensorNoise noise, long seed) {

    /** Checks the settings. */
    public EventCameraSettings {
        requirePositive(thresholdOn, "thresholdOn");
        requirePositive(thresholdOff, "thresholdOff");
        requireNotNegative(mismatch, "mismatch");
        Objects.requireNonNull(noise, "noise");
        if (refractoryMicros < 0) {
            throw new IllegalArgumentException("refractoryMicros must be >= 0, was " + refractoryMicros);
        }
    }

    /**
     * An ideal camera: both thresholds equal, no mismatch, no refractory time, no noise.
     *
     * @param threshold change of log intensity per event
     * @return the settings, with seed 0
     */
    public static EventCameraSettings ideal(double threshold) {
        return new EventCameraSettings(threshold, threshold, 0, 0, SensorNoise.none(), 0);
    }

    /**
     * What v2e calls clean: thresholds of 0.2, a mismatch of 0.02, no noise.
     *
     * @return the settings, with seed 0
     */
    public static EventCameraSettings clean() {
        return new EventCameraSettings(0.2, 0.2, 0.02, 0, SensorNoise.none(), 0);
    }

    /**
     * What v2e calls noisy, without its low-pass filter: thresholds of 0.2, a mismatch of 0.05, shot noise and leak.
     *
     * @return the settings, with seed 0
     */
    public static EventCameraSettings noisy() {
        return new EventCameraSettings(0.2, 0.2, 0.05, 0, SensorNoise.noisy(), 0);
    }

    /**
     * With pixels that differ.
     *
     * @param deviation standard deviation of the thresholds, in log intensity
     * @return changed settings
     */
    public EventCameraSettings withMismatch(double deviation) {
        return new EventCameraSettings(thresholdOn, thresholdOff, deviation, refractoryMicros, noise, seed);
    }

    /**
     * With pixels that rest after an event.
     *
     * @param micros least time between two events of one pixel, microseconds
     * @return changed settings
     */
    public EventCameraSettings withRefractoryMicros(long micros) {
        return new EventCameraSettings(thresholdOn, thresholdOff, mismatch, micros, noise, seed);
    }

    /**
     * With noise.
     *
     * @param events that come from no change
     * @return changed settings
     */
    public EventCameraSettings withNoise(SensorNoise events) {
        return new EventCameraSettings(thresholdOn, thresholdOff, mismatch, refractoryMicros, events, seed);
    }

    /**
     * With another draw of mismatch and noise.
     *
     * @param value seed
     * @return changed settings
     */
    public EventCameraSettings withSeed(long value) {
        return new EventCameraSettings(thresholdOn, thresholdOff, mismatch, refractoryMicros, noise, value);
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be > 0 and finite, was " + value);
        }
    }

    private static void requireNotNegative(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be >= 0 and finite, was " + value);
        }
    }
}

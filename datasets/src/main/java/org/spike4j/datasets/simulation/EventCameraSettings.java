package org.spike4j.datasets.simulation;

/**
 * What an {@link EventCamera} is made of.
 *
 * @param thresholdOn rise of log intensity (natural logarithm) that makes an ON event, mean over the pixels
 * @param thresholdOff fall of log intensity that makes an OFF event, mean over the pixels, positive
 * @param mismatch standard deviation of the thresholds from pixel to pixel, in log intensity; 0 = all pixels alike
 * @param refractoryMicros least time between two events of one pixel, microseconds
 * @param noiseHz rate of the events that come from no change at all, per pixel and second
 * @param seed seed of the mismatch and of the noise
 */
public record EventCameraSettings(
        double thresholdOn, double thresholdOff, double mismatch, long refractoryMicros, double noiseHz, long seed) {

    /** Checks the settings. */
    public EventCameraSettings {
        requirePositive(thresholdOn, "thresholdOn");
        requirePositive(thresholdOff, "thresholdOff");
        requireNotNegative(mismatch, "mismatch");
        requireNotNegative(noiseHz, "noiseHz");
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
        return new EventCameraSettings(threshold, threshold, 0, 0, 0, 0);
    }

    /**
     * With pixels that differ.
     *
     * @param deviation standard deviation of the thresholds, in log intensity
     * @return changed settings
     */
    public EventCameraSettings withMismatch(double deviation) {
        return new EventCameraSettings(thresholdOn, thresholdOff, deviation, refractoryMicros, noiseHz, seed);
    }

    /**
     * With pixels that rest after an event.
     *
     * @param micros least time between two events of one pixel, microseconds
     * @return changed settings
     */
    public EventCameraSettings withRefractoryMicros(long micros) {
        return new EventCameraSettings(thresholdOn, thresholdOff, mismatch, micros, noiseHz, seed);
    }

    /**
     * With background noise.
     *
     * @param hz events per pixel and second
     * @return changed settings
     */
    public EventCameraSettings withNoiseHz(double hz) {
        return new EventCameraSettings(thresholdOn, thresholdOff, mismatch, refractoryMicros, hz, seed);
    }

    /**
     * With another draw of mismatch and noise.
     *
     * @param value seed
     * @return changed settings
     */
    public EventCameraSettings withSeed(long value) {
        return new EventCameraSettings(thresholdOn, thresholdOff, mismatch, refractoryMicros, noiseHz, value);
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

package org.spike4j.datasets.audio;

/**
 * A recording of sound, one channel.
 *
 * @param samples pressure over time, full scale is -1 to 1; taken over, must not be changed afterwards
 * @param sampleRate samples a second
 */
public record Waveform(float[] samples, int sampleRate) {
    /** Checks the sample rate. */
    public Waveform {
        if (sampleRate < 1) {
            throw new IllegalArgumentException("sampleRate must be >= 1 Hz, was " + sampleRate);
        }
    }

    /**
     * The root of the mean square of the samples.
     *
     * @return 0 for silence and for no samples at all
     */
    public double rms() {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return samples.length == 0 ? 0 : Math.sqrt(sum / samples.length);
    }

    /**
     * Duration.
     *
     * @return seconds
     */
    public double seconds() {
        return (double) samples.length / sampleRate;
    }
}

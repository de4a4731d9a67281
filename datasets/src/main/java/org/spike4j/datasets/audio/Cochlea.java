package org.spike4j.datasets.audio;

import org.spike4j.datasets.event.EventStream;

/**
 * A model of the inner ear that turns sound into spikes: gammatone filters (Hohmann 2002) move hair cells (Meddis 1986),
 * whose nerve fibres drive leaky integrate-and-fire neurons, one for each place along the basilar membrane. Start from
 * {@link #standard}.
 *
 * <p>Spikes are events of polarity 1 at column k of one row, k = 0 for the lowest frequency, and the same for the same
 * sound. Before anything else a recording is scaled so that its effective value has a level of {@code level} dB. After
 * the sound, cells get {@code TAIL} seconds of silence to answer it.
 *
 * @param channels places along the membrane, at least 2, at equal distances on the ERB scale
 * @param lowest centre frequency of the first one in Hz
 * @param highest centre frequency of the last one in Hz, below half of the sample rate
 * @param level of a recording, in dB of sound pressure
 * @param fibres nerve fibres that drive a neuron
 * @param threshold of a neuron, in nerve spikes
 * @param tau membrane time constant of a neuron in seconds
 * @param refractory time in seconds during which a neuron rests after a spike
 */
public record Cochlea(
        int channels,
        double lowest,
        double highest,
        double level,
        int fibres,
        double threshold,
        double tau,
        double refractory) {
    /** Silence after a recording, in seconds. */
    static final double TAIL = 0.01;

    private static final double LEVEL_OF_ONE = 30;

    /** Checks the values. */
    public Cochlea {
        if (channels < 2 || channels > Short.MAX_VALUE) {
            throw new IllegalArgumentException("channels must be 2 to 32767, were " + channels);
        }
        if (!(lowest > 0 && lowest < highest && highest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "frequencies must rise from above 0 Hz, were " + lowest + " to " + highest);
        }
        if (!(level > -100 && level < 200)) {
            throw new IllegalArgumentException("level must be between -100 and 200 dB, was " + level);
        }
        if (fibres < 1) {
            throw new IllegalArgumentException("fibres must be >= 1, were " + fibres);
        }
        requirePositive(threshold, "threshold");
        requirePositive(tau, "tau");
        if (!(refractory >= 0 && refractory <= 1)) {
            throw new IllegalArgumentException("refractory must be 0 to 1 s, was " + refractory);
        }
    }

    /**
     * 64 places from 100 Hz to 3600 Hz, what a telephone transmits, at 80 dB; 40 fibres a neuron, which fires if they
     * send 5 spikes within some 5 ms. In silence they send 3.
     *
     * @return the settings to start from
     */
    public static Cochlea standard() {
        return new Cochlea(64, 100, 3600, 80, 40, 5, 0.005, 0.001);
    }

    /**
     * With another number of places.
     *
     * @param count places
     * @return changed settings
     */
    public Cochlea withChannels(int count) {
        return new Cochlea(count, lowest, highest, level, fibres, threshold, tau, refractory);
    }

    /**
     * With another range of frequencies.
     *
     * @param from centre of the first filter in Hz
     * @param to centre of the last filter in Hz
     * @return changed settings
     */
    public Cochlea withRange(double from, double to) {
        return new Cochlea(channels, from, to, level, fibres, threshold, tau, refractory);
    }

    /**
     * With louder or softer sound.
     *
     * @param decibels level of a recording
     * @return changed settings
     */
    public Cochlea withLevel(double decibels) {
        return new Cochlea(channels, lowest, highest, decibels, fibres, threshold, tau, refractory);
    }

    /**
     * With neurons that fire sooner or later.
     *
     * @param nerveSpikes threshold
     * @return changed settings
     */
    public Cochlea withThreshold(double nerveSpikes) {
        return new Cochlea(channels, lowest, highest, level, fibres, nerveSpikes, tau, refractory);
    }

    /**
     * Centre frequency of each channel.
     *
     * @return frequencies in Hz, rising
     */
    public double[] centers() {
        return ErbScale.spaced(lowest, highest, channels);
    }

    /**
     * The spikes of a recording.
     *
     * @param sound the recording; not modified
     * @return events on a sensor of {@code channels} x 1, in order of time
     * @throws IllegalArgumentException if the sample rate is too low for the highest frequency
     */
    public EventStream encode(Waveform sound) {
        CochleaStream stream = stream(sound.sampleRate(), sound.rms());
        stream.hear(sound.samples(), 0, sound.samples().length);
        stream.end();
        return stream.take();
    }

    /**
     * Starts to listen to a recording piece by piece.
     *
     * @param sampleRate samples a second
     * @param rms effective value of the whole recording, which decides on its scale; 0 for silence
     * @return a stream at the start of the recording
     * @throws IllegalArgumentException if the sample rate is too low for the highest frequency
     */
    public CochleaStream stream(int sampleRate, double rms) {
        if (!(highest < sampleRate / 2.0)) {
            throw new IllegalArgumentException("a sample rate of " + sampleRate + " Hz holds frequencies below "
                    + sampleRate / 2.0 + " Hz, but the highest channel is at " + highest
                    + " Hz; use recordings of a higher rate or a lower highest frequency");
        }
        return new CochleaStream(this, sampleRate, rms > 0 ? Math.pow(10, (level - LEVEL_OF_ONE) / 20) / rms : 0);
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be > 0 and finite, was " + value);
        }
    }
}

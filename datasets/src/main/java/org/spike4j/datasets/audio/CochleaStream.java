package org.spike4j.datasets.audio;

import java.util.Objects;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

/**
 * A recording on its way through a {@link Cochlea}, piece by piece; the spikes do not depend on the pieces. A sample that
 * is heard as number n, from 0, spikes at round(n 10^6 / sample rate) microseconds.
 */
public final class CochleaStream {
    private final Cochlea cochlea;
    private final int sampleRate;
    private final double scale;
    private final GammatoneBank membrane;
    private final HairCells hairCells;
    private final BushyCells bushyCells;
    private final double[] movement;
    private final double[] rate;
    private EventStreamBuilder spikes;
    private long heard;

    CochleaStream(Cochlea cochlea, int sampleRate, double scale) {
        double dt = 1.0 / sampleRate;
        int channels = cochlea.channels();
        this.cochlea = cochlea;
        this.sampleRate = sampleRate;
        this.scale = scale;
        this.membrane = new GammatoneBank(cochlea.centers(), sampleRate);
        this.hairCells = new HairCells(channels, dt);
        this.bushyCells = new BushyCells(channels, cochlea, dt);
        this.movement = new double[channels];
        this.rate = new double[channels];
        this.spikes = EventStream.builder(channels, 1);
    }

    /**
     * Listens on.
     *
     * @param samples holds the next samples; not modified
     * @param from first of them
     * @param to one past the last of them
     */
    public void hear(float[] samples, int from, int to) {
        Objects.checkFromToIndex(from, to, samples.length);
        for (int i = from; i < to; i++) {
            hear(samples[i]);
        }
    }

    /** Lets the cells answer the end of the sound: some silence. */
    public void end() {
        long silent = Math.round(Cochlea.TAIL * sampleRate);
        for (long i = 0; i < silent; i++) {
            hear(0f);
        }
    }

    /**
     * Takes the spikes since this was called last.
     *
     * @return events on a sensor of {@code channels} x 1
     */
    public EventStream take() {
        EventStream taken = spikes.build();
        spikes = EventStream.builder(cochlea.channels(), 1);
        return taken;
    }

    private void hear(float sample) {
        membrane.step(scale * sample, movement);
        hairCells.step(movement, rate);
        long micros = Math.round(heard * 1e6 / sampleRate);
        for (int k = 0; k < rate.length; k++) {
            if (bushyCells.step(k, rate[k])) {
                spikes.add(micros, k, 0, 1);
            }
        }
        heard++;
    }
}

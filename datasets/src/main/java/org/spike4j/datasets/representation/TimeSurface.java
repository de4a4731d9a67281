package org.spike4j.datasets.representation;

import java.util.Arrays;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;

/**
 * Time surfaces: how long ago each pixel had its last event, at the ends t_k of T equal parts of the recording,
 *
 * <pre>
 * t_k = first + (k + 1) (last - first) / T,  k = 0 ... T-1
 * S(k, p, y, x) = exp(-(t_k - t_before(x, y, p)) / tau)
 * </pre>
 *
 * <p>where t_before is the last event of the pixel and polarity in the parts 0 to k of {@link EventSlicing#byTime}; 0
 * if there was none. [T, 2, height, width]. Lagorce et al. 2017, "HOTS: A hierarchy of event-based time-surfaces for
 * pattern recognition", over the whole sensor instead of a patch about each event. Takes events in order of time,
 * sensors of the size of the frames.
 *
 * @param slices T, at least 1
 * @param tauMicros tau, microseconds, above 0
 * @param width columns of the sensor
 * @param height rows of the sensor
 */
public record TimeSurface(int slices, double tauMicros, int width, int height) implements EventFrames {
    private static final int CHANNELS = 2;

    /** Checks the values. */
    public TimeSurface {
        if (slices < 1) {
            throw new IllegalArgumentException("slices must be >= 1, was " + slices);
        }
        if (!(tauMicros > 0)) {
            throw new IllegalArgumentException("tauMicros must be > 0 microseconds, was " + tauMicros);
        }
        EventFrames.requireSize(CHANNELS, width, height);
    }

    @Override
    public int channels() {
        return CHANNELS;
    }

    @Override
    public int slices(EventStream events) {
        return slices;
    }

    @Override
    public void addInto(EventStream events, float[] frames, int offset, int sliceStride) {
        Sensor.require(events, width, height);
        Sensor.requireOrder(events);
        requireRoom(slices, frames.length, offset, sliceStride);
        int size = events.size();
        if (size == 0) {
            return;
        }
        int[] ends = new int[slices];
        EventSlicing.byTime(slices).forEachRun(events, (slice, start, end) -> ends[slice] = end);
        long first = events.t(0);
        double part = (double) (events.t(size - 1) - first) / slices;
        double[] before = new double[frameSize()];
        Arrays.fill(before, Double.NEGATIVE_INFINITY);
        int done = 0;
        for (int slice = 0; slice < slices; slice++) {
            for (; done < ends[slice]; done++) {
                int place = (events.polarity(done) * height + events.y(done)) * width + events.x(done);
                before[place] = events.t(done) - first;
            }
            double now = (slice + 1) * part;
            int at = offset + slice * sliceStride;
            for (int i = 0; i < before.length; i++) {
                // An empty past is minus infinity, whose exponential is 0.
                frames[at + i] += (float) Math.exp((before[i] - now) / tauMicros);
            }
        }
    }
}

package org.spike4j.datasets.representation;

import java.util.Objects;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.EventStream;

/**
 * Event spike tensor: events, weighted by a measurement f, seen through a kernel k in time. With B bins,
 *
 * <pre>
 * t* = (B - 1) (t - first) / (last - first)
 * V(b, p, y, x) = sum over events at (x, y) of polarity p of f(t*) k(b - t*)
 * </pre>
 *
 * <p>[B, 2, height, width], channel 0 for darker, channel 1 for brighter. Gehrig et al. 2019, "End-to-end learning of
 * representations for asynchronous event-based data", whose t_n - t_k is b - t* in the distance of two bins. If all times are
 * equal, t* = 0. Takes events in any order, sensors of the size of the frames.
 *
 * <p>The kernel can be learned, since one of lines between knots ({@link TimeKernel.Knots}, w(-R) ... w(R), S knots for each
 * bin) is a sum of frames of the finer grid U of S (B - 1) + 1 bins with a triangle kernel and the same measurement:
 *
 * <pre>
 * V(b) = sum over j = -R ... R of w(j) U(S b - j),  U = 0 off the grid
 * </pre>
 *
 * <p>So a convolution over the steps of U with stride S and learned weights is the learned quantisation.
 *
 * @param bins B, at least 1
 * @param width columns of the sensor
 * @param height rows of the sensor
 * @param kernel k
 * @param measurement f
 */
public record EventSpikeTensor(int bins, int width, int height, TimeKernel kernel, Measurement measurement)
        implements EventFrames {
    private static final int CHANNELS = 2;

    /** What an event is worth. */
    public enum Measurement {
        /** f = 1: events are counted. */
        COUNT,
        /** f = t* / (B - 1), its time from 0 to 1; 0 with one bin. */
        TIME
    }

    /** Checks the values. */
    public EventSpikeTensor {
        if (bins < 1) {
            throw new IllegalArgumentException("bins must be >= 1, was " + bins);
        }
        EventFrames.requireSize(CHANNELS, width, height);
        Objects.requireNonNull(kernel, "kernel");
        Objects.requireNonNull(measurement, "measurement");
    }

    @Override
    public int channels() {
        return CHANNELS;
    }

    @Override
    public int slices(EventStream events) {
        return bins;
    }

    @Override
    public void addInto(EventStream events, float[] frames, int offset, int sliceStride) {
        Sensor.require(events, width, height);
        requireRoom(bins, frames.length, offset, sliceStride);
        BinTimes times = BinTimes.of(events, bins);
        for (int i = 0; i < events.size(); i++) {
            double time = times.at(i);
            double worth = measurement == Measurement.COUNT ? 1 : time / Math.max(1, bins - 1);
            int from = (int) Math.max(0, Math.ceil(time + kernel.from()));
            int to = (int) Math.min(bins - 1.0, Math.floor(time + kernel.to()));
            int at = offset + (events.polarity(i) * height + events.y(i)) * width + events.x(i);
            for (int bin = from; bin <= to; bin++) {
                frames[at + bin * sliceStride] += (float) (worth * kernel.at(bin - time));
            }
        }
    }
}

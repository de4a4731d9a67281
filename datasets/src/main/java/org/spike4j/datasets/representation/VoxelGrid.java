package org.spike4j.datasets.representation;

import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.EventStream;

/**
 * Voxel grid: each event is shared between the two bins that are next to it in time. With B bins, s = 1 for brighter
 * and -1 for darker,
 *
 * <pre>
 * t* = (B - 1) (t - first) / (last - first)
 * V(b, y, x) = sum over events at (x, y) of s max(0, 1 - |b - t*|)
 * </pre>
 *
 * <p>[B, 1, height, width]. Per polarity it is [B, 2, height, width], channel 0 for darker, channel 1 for brighter, and
 * s = 1. Zhu et al. 2019, "Unsupervised event-based learning of optical flow, depth, and egomotion". If all times are
 * equal, t* = 0. Takes events in any order, sensors of the size of the frames.
 *
 * @param bins B, at least 1
 * @param width columns of the sensor
 * @param height rows of the sensor
 * @param perPolarity whether the polarities have channels of their own
 */
public record VoxelGrid(int bins, int width, int height, boolean perPolarity) implements EventFrames {
    /** Checks the values. */
    public VoxelGrid {
        if (bins < 1) {
            throw new IllegalArgumentException("bins must be >= 1, was " + bins);
        }
        EventFrames.requireSize(perPolarity ? 2 : 1, width, height);
    }

    /**
     * With one channel of signed sums.
     *
     * @param bins B
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @return the grid
     */
    public static VoxelGrid of(int bins, int width, int height) {
        return new VoxelGrid(bins, width, height, false);
    }

    @Override
    public int channels() {
        return perPolarity ? 2 : 1;
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
        int plane = perPolarity ? width * height : 0;
        for (int i = 0; i < events.size(); i++) {
            double place = times.at(i);
            int bin = Math.min((int) place, bins - 1);
            float later = (float) (place - bin);
            int polarity = events.polarity(i);
            float sign = perPolarity ? 1 : 2 * polarity - 1;
            int at = offset + bin * sliceStride + polarity * plane + events.y(i) * width + events.x(i);
            frames[at] += sign * (1 - later);
            if (bin + 1 < bins) {
                frames[at + sliceStride] += sign * later;
            }
        }
    }
}

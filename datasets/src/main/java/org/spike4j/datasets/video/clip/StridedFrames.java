package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * Pictures a constant number apart: picture min(start + k stride, N - 1) for k = 0 to T - 1. The stride is uniform in
 * minStride to maxStride, less where the video is too short for it, and at least 1. The start is in the middle of the
 * places that are possible, or drawn from them.
 *
 * @param count T, pictures to take, at least 1
 * @param minStride least number of pictures from one to the next, at least 1; 1 to 1 = pictures that follow each other
 * @param maxStride most of it
 * @param drawn whether the start is drawn, as for training
 */
public record StridedFrames(int count, int minStride, int maxStride, boolean drawn) implements FrameSampling {
    /** Checks the values. */
    public StridedFrames {
        if (count < 1) {
            throw new IllegalArgumentException("count must be >= 1, was " + count);
        }
        if (minStride < 1 || maxStride < minStride) {
            throw new IllegalArgumentException(
                    "strides must be 1 <= least <= most, were " + minStride + " and " + maxStride);
        }
    }

    /**
     * Pictures that follow each other.
     *
     * @param count pictures to take
     * @param drawn whether the start is drawn
     * @return the sampling
     */
    public static StridedFrames consecutive(int count, boolean drawn) {
        return new StridedFrames(count, 1, 1, drawn);
    }

    @Override
    public int[] choose(int frames, SplittableRandom random) {
        int wanted = minStride == maxStride ? minStride : random.nextInt(minStride, maxStride + 1);
        int fitting = count == 1 ? wanted : Math.max(1, (frames - 1) / (count - 1));
        int stride = Math.min(wanted, fitting);
        int room = Math.max(0, frames - 1 - (count - 1) * stride);
        int start = drawn ? random.nextInt(room + 1) : room / 2;
        int[] chosen = new int[count];
        for (int k = 0; k < count; k++) {
            chosen[k] = Math.min(frames - 1, start + k * stride);
        }
        return chosen;
    }
}

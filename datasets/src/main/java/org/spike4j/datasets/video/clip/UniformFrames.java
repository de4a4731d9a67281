package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * Pictures from the whole video: of T equal parts of N pictures, picture floor((k + u) N / T) of part k = 0 to T - 1.
 * The middle of each part (u = 1/2), or a place drawn for each part (u uniform in [0, 1)).
 *
 * <p>Source: L. Wang et al., "Temporal Segment Networks", ECCV 2016.
 *
 * @param count T, pictures to take, at least 1
 * @param drawn whether the places are drawn, as for training
 */
public record UniformFrames(int count, boolean drawn) implements FrameSampling {
    /** Checks the values. */
    public UniformFrames {
        if (count < 1) {
            throw new IllegalArgumentException("count must be >= 1, was " + count);
        }
    }

    @Override
    public int[] choose(int frames, SplittableRandom random) {
        int[] chosen = new int[count];
        for (int k = 0; k < count; k++) {
            double place = k + (drawn ? random.nextDouble() : 0.5);
            chosen[k] = (int) Math.min(frames - 1, place * frames / count);
        }
        return chosen;
    }
}

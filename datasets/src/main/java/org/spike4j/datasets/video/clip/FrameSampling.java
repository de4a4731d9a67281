package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/** Which pictures of a video make a clip. */
@FunctionalInterface
public interface FrameSampling {
    /**
     * Chooses pictures.
     *
     * @param frames N, pictures of the video, at least 1
     * @param random where random numbers come from
     * @return numbers from 0 to N - 1, never falling; a short video repeats pictures
     */
    int[] choose(int frames, SplittableRandom random);
}

package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * Keeps the middle of the pictures; black where they are smaller.
 *
 * @param width columns to keep, at least 1
 * @param height rows to keep, at least 1
 */
public record CentreCrop(int width, int height) implements ClipTransform {
    /** Checks the values. */
    public CentreCrop {
        Sizes.requirePositive(width, height);
    }

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        int left = Math.floorDiv(clip.width() - width, 2);
        int top = Math.floorDiv(clip.height() - height, 2);
        return new Window(left, top, width, height).cut(clip, width, height);
    }
}

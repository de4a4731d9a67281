package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * Brings whole pictures to another size: means of areas where it shrinks, interpolated linearly where it grows.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Resize(int width, int height) implements ClipTransform {
    /** Checks the values. */
    public Resize {
        Sizes.requirePositive(width, height);
    }

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        return Window.whole(clip).cut(clip, width, height);
    }
}

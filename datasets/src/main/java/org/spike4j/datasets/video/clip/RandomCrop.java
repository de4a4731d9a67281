package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * Puts a black border around the pictures and keeps a rectangle at a place drawn from all that are possible.
 *
 * @param width columns to keep, at least 1
 * @param height rows to keep, at least 1
 * @param padding width of the border, pixels, at least 0
 */
public record RandomCrop(int width, int height, int padding) implements ClipTransform {
    /** Checks the values. */
    public RandomCrop {
        Sizes.requirePositive(width, height);
        if (padding < 0) {
            throw new IllegalArgumentException("padding must be >= 0, was " + padding);
        }
    }

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        int left = random.nextInt(room(clip.width(), width) + 1) - padding;
        int top = random.nextInt(room(clip.height(), height) + 1) - padding;
        return new Window(left, top, width, height).cut(clip, width, height);
    }

    private int room(int size, int kept) {
        if (size + 2 * padding < kept) {
            throw new IllegalArgumentException(
                    "a crop of " + width + "x" + height + " is larger than a picture of which one" + " side is " + size
                            + " with a border of " + padding + "; resize first, or widen the border");
        }
        return size + 2 * padding - kept;
    }
}

package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * Turns left into right in all pictures. Not for classes that are told by a direction.
 *
 * @param probability how often, 0 to 1
 */
public record FlipHorizontal(double probability) implements ClipTransform {
    /** Checks the value. */
    public FlipHorizontal {
        Sizes.requireShare(probability, "probability");
    }

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        if (random.nextDouble() >= probability) {
            return clip;
        }
        Clip flipped = Clip.zeros(clip.channels(), clip.frames(), clip.height(), clip.width());
        int width = clip.width();
        for (int at = 0; at < clip.values().length; at++) {
            int column = at % width;
            flipped.values()[at] = clip.values()[at - column + width - 1 - column];
        }
        return flipped;
    }
}

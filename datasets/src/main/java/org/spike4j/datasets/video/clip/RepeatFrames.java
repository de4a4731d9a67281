package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * Loses pictures, as a poor connection does: each but the first becomes, with a probability, the picture before it as
 * that one was left.
 *
 * @param probability how often, 0 to 1
 */
public record RepeatFrames(double probability) implements ClipTransform {
    /** Checks the value. */
    public RepeatFrames {
        Sizes.requireShare(probability, "probability");
    }

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        float[] values = clip.values().clone();
        for (int t = 1; t < clip.frames(); t++) {
            if (random.nextDouble() < probability) {
                for (int c = 0; c < clip.channels(); c++) {
                    System.arraycopy(values, clip.at(c, t - 1), values, clip.at(c, t), clip.plane());
                }
            }
        }
        return new Clip(clip.channels(), clip.frames(), clip.height(), clip.width(), values);
    }
}

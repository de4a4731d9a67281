package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * Sets one rectangle of all pictures to 0, at a place drawn so that its middle lies in the picture; what reaches over the
 * border is cut.
 *
 * <p>Source: T. DeVries, G. Taylor, "Improved Regularization of Convolutional Neural Networks with Cutout", 2017.
 *
 * @param share side of the rectangle as a share of that of the picture, 0 to 1
 * @param probability how often, 0 to 1
 */
public record CutOut(double share, double probability) implements ClipTransform {
    /** Checks the values. */
    public CutOut {
        Sizes.requireShare(share, "share");
        Sizes.requireShare(probability, "probability");
    }

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        if (random.nextDouble() >= probability) {
            return clip;
        }
        int columns = (int) Math.round(share * clip.width());
        int rows = (int) Math.round(share * clip.height());
        int left = random.nextInt(clip.width()) - columns / 2;
        int top = random.nextInt(clip.height()) - rows / 2;
        float[] values = clip.values().clone();
        for (int picture = 0; picture < clip.channels() * clip.frames(); picture++) {
            for (int y = Math.max(0, top); y < Math.min(clip.height(), top + rows); y++) {
                for (int x = Math.max(0, left); x < Math.min(clip.width(), left + columns); x++) {
                    values[picture * clip.plane() + y * clip.width() + x] = 0;
                }
            }
        }
        return new Clip(clip.channels(), clip.frames(), clip.height(), clip.width(), values);
    }
}

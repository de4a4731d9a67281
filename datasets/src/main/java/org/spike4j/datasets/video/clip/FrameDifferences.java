package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * What became darker and what became brighter from each picture to the next: T pictures give T - 1. With d the change of
 * the grey of a pixel,
 *
 * <pre>
 * channel 0 (darker)   = -d where d &lt; -threshold, 0 elsewhere
 * channel 1 (brighter) =  d where d &gt;  threshold, 0 elsewhere
 * </pre>
 *
 * <p>So it has the channels of event frames. A sign of 1 or 0 instead of the size of the change is chosen by
 * {@code binary}. BIDL feeds its RGB-Gesture networks with differences of this kind, in two channels by sign.
 *
 * @param threshold least change that counts, 0 to 1
 * @param binary whether each change counts 1
 */
public record FrameDifferences(double threshold, boolean binary) implements ClipTransform {
    /** Checks the value. */
    public FrameDifferences {
        Sizes.requireShare(threshold, "threshold");
    }

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        if (clip.frames() < 2) {
            throw new IllegalArgumentException("differences need 2 pictures or more, the clip has " + clip.frames());
        }
        Clip grey = Grey.of(clip);
        Clip differences = Clip.zeros(2, clip.frames() - 1, clip.height(), clip.width());
        for (int t = 1; t < clip.frames(); t++) {
            int before = grey.at(0, t - 1);
            int now = grey.at(0, t);
            int darker = differences.at(0, t - 1);
            int brighter = differences.at(1, t - 1);
            for (int i = 0; i < clip.plane(); i++) {
                float change = grey.values()[now + i] - grey.values()[before + i];
                if (Math.abs(change) > threshold) {
                    int to = change > 0 ? brighter : darker;
                    differences.values()[to + i] = binary ? 1 : Math.abs(change);
                }
            }
        }
        return differences;
    }
}

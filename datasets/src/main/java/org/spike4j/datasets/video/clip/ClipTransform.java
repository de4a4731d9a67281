package org.spike4j.datasets.video.clip;

import java.util.List;
import java.util.SplittableRandom;

/** A change of a clip. What is drawn is drawn once for all its pictures, so that nothing flickers. */
@FunctionalInterface
public interface ClipTransform {
    /**
     * The changed clip.
     *
     * @param clip the clip; not modified
     * @param random where random numbers come from; equal ones give equal clips
     * @return what it becomes; may be the clip itself
     */
    Clip apply(Clip clip, SplittableRandom random);

    /**
     * One after the other.
     *
     * @param transforms in the order in which they are applied
     * @return all of them as one
     */
    static ClipTransform chain(ClipTransform... transforms) {
        List<ClipTransform> all = List.of(transforms);
        return (clip, random) -> {
            Clip changed = clip;
            for (ClipTransform transform : all) {
                changed = transform.apply(changed, random);
            }
            return changed;
        };
    }
}

package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/** Makes colours grey: 0.299 R + 0.587 G + 0.114 B, ITU-R BT.601. A clip of one channel stays as it is. */
public record Grey() implements ClipTransform {
    static final int COLOURS = 3;
    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        return of(clip);
    }

    static Clip of(Clip clip) {
        if (clip.channels() == 1) {
            return clip;
        }
        if (clip.channels() != COLOURS) {
            throw new IllegalArgumentException("a clip must have 1 or 3 channels to be made grey, had "
                    + clip.channels() + "; make it grey before its channels change");
        }
        Clip grey = Clip.zeros(1, clip.frames(), clip.height(), clip.width());
        float[] rgb = clip.values();
        int channel = grey.values().length;
        for (int i = 0; i < channel; i++) {
            grey.values()[i] = RED * rgb[i] + GREEN * rgb[i + channel] + BLUE * rgb[i + 2 * channel];
        }
        return grey;
    }
}

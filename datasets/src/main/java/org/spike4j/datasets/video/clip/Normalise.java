package org.spike4j.datasets.video.clip;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Subtracts a mean from each channel and divides by a deviation: x = (x - mean) / deviation.
 *
 * @param means mean of each channel
 * @param deviations deviation of each channel, above 0
 */
public record Normalise(List<Double> means, List<Double> deviations) implements ClipTransform {
    /** Copies and checks the values. */
    public Normalise {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        if (means.isEmpty() || means.size() != deviations.size()) {
            throw new IllegalArgumentException("there must be as many deviations as means, at least one, were "
                    + deviations.size() + " and " + means.size());
        }
        for (double deviation : deviations) {
            if (!(deviation > 0)) {
                throw new IllegalArgumentException("deviations must be > 0, were " + deviations);
            }
        }
    }

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        if (clip.channels() != means.size()) {
            throw new IllegalArgumentException(
                    "a clip must have " + means.size() + " channels, one for each mean, had " + clip.channels());
        }
        float[] values = clip.values().clone();
        int channel = values.length / clip.channels();
        for (int i = 0; i < values.length; i++) {
            int c = i / channel;
            values[i] = (float) ((values[i] - means.get(c)) / deviations.get(c));
        }
        return new Clip(clip.channels(), clip.frames(), clip.height(), clip.width(), values);
    }
}

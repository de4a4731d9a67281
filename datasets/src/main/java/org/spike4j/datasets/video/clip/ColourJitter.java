package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * Changes brightness, contrast and saturation, in this order, by factors that are uniform in 1 - most to 1 + most (0 at
 * least), and then turns the hue by a share of a turn that is uniform in -most to most:
 *
 * <pre>
 * x = b x;   x = c x + (1 - c) m, m the mean grey of the clip;   x = s x + (1 - s) g, g the grey of the pixel;
 * hue = hue + h, the angle of HSV in turns
 * </pre>
 *
 * <p>Results are cut to 0 to 1 after each step. Grey is 0.299 R + 0.587 G + 0.114 B (BT.601); a clip of other than three
 * channels has no saturation and no hue.
 *
 * @param brightness most change of the brightness, at least 0
 * @param contrast most change of the contrast, at least 0
 * @param saturation most change of the saturation, at least 0
 * @param hue most turn of the hue, 0 to 0.5 of a turn
 */
public record ColourJitter(double brightness, double contrast, double saturation, double hue) implements ClipTransform {
    /** Checks the values. */
    public ColourJitter {
        if (!(brightness >= 0 && contrast >= 0 && saturation >= 0) || brightness + contrast + saturation > 1e3) {
            throw new IllegalArgumentException("changes must be >= 0, were brightness " + brightness + ", contrast "
                    + contrast + ", saturation " + saturation);
        }
        if (!(hue >= 0 && hue <= 0.5)) {
            throw new IllegalArgumentException("hue must be 0 to 0.5 of a turn, was " + hue);
        }
    }

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        float b = factor(brightness, random);
        float c = factor(contrast, random);
        float s = factor(saturation, random);
        double turn = hue * (2 * random.nextDouble() - 1);
        float[] values = clip.values().clone();
        Clip changed = new Clip(clip.channels(), clip.frames(), clip.height(), clip.width(), values);
        for (int i = 0; i < values.length; i++) {
            values[i] = cut(b * values[i]);
        }
        float mean = mean(Grey.of(changed).values());
        for (int i = 0; i < values.length; i++) {
            values[i] = cut(c * values[i] + (1 - c) * mean);
        }
        if (clip.channels() == Grey.COLOURS) {
            float[] grey = Grey.of(changed).values();
            for (int i = 0; i < values.length; i++) {
                values[i] = cut(s * values[i] + (1 - s) * grey[i % grey.length]);
            }
            if (turn != 0) {
                HueTurn.turnInPlace(changed, turn);
            }
        }
        return changed;
    }

    private static float factor(double most, SplittableRandom random) {
        return (float) Math.max(0, 1 + most * (2 * random.nextDouble() - 1));
    }

    private static float cut(float value) {
        return Math.max(0, Math.min(1, value));
    }

    private static float mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return (float) (sum / values.length);
    }
}

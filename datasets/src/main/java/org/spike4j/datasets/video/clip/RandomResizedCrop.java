package org.spike4j.datasets.video.clip;

import java.util.SplittableRandom;

/**
 * Keeps a rectangle of a drawn share of the area and brings it to one size: its area is uniform in least to 1 of that of
 * the picture, the logarithm of width / height relative to the picture's uniform in -ln ratio to ln ratio, its place
 * uniform among those that fit. Sides that would not fit are cut.
 *
 * @param width columns of the result, at least 1
 * @param height rows of the result, at least 1
 * @param least least share of the area, above 0 and at most 1
 * @param ratio most by which the shape is changed, at least 1; 4/3 is customary
 */
public record RandomResizedCrop(int width, int height, double least, double ratio) implements ClipTransform {
    /** Checks the values. */
    public RandomResizedCrop {
        Sizes.requirePositive(width, height);
        if (!(least > 0 && least <= 1)) {
            throw new IllegalArgumentException("least must be > 0 and at most 1, was " + least);
        }
        if (!(ratio >= 1 && ratio <= 100)) {
            throw new IllegalArgumentException("ratio must be 1 to 100, was " + ratio);
        }
    }

    @Override
    public Clip apply(Clip clip, SplittableRandom random) {
        double side = Math.sqrt(least + (1 - least) * random.nextDouble());
        double shape = Math.exp((random.nextDouble() - 0.5) * Math.log(ratio));
        int columns = side(clip.width(), side * shape);
        int rows = side(clip.height(), side / shape);
        int left = random.nextInt(clip.width() - columns + 1);
        int top = random.nextInt(clip.height() - rows + 1);
        return new Window(left, top, columns, rows).cut(clip, width, height);
    }

    private static int side(int whole, double share) {
        return (int) Math.max(1, Math.min(whole, Math.round(whole * share)));
    }
}

package org.spike4j.datasets.volume.synthetic;

import java.util.SplittableRandom;

/**
 * A body that is a disc in each slice. Its radius follows an ellipsoid, r(z) = a sqrt(1 - ((z - m) / c)^2), for nodules
 * and vessels alike.
 *
 * @param course where it lies
 * @param across half axis a in the slice, pixels
 * @param along half axis c across slices, in slices
 * @param middle slice m of the largest disc
 * @param density above that of the lung, in Hounsfield units
 */
record Body(Course course, double across, double along, double middle, double density) {
    private static final double LOW = 9;
    private static final double HIGH = 23;
    private static final double MOST_DENSITY = 850;

    /** What the patch is about; it moves by a step from slice to slice, or not at all. */
    static Body candidate(SplittableRandom random, double step) {
        return new Body(
                Course.drawn(random, step, LOW, HIGH),
                random.nextDouble(3, 6),
                random.nextDouble(5, 8),
                random.nextDouble(2.5, 4.5),
                random.nextDouble(0.5, 1) * MOST_DENSITY);
    }

    /** A thin vessel beside it, as both classes have. */
    static Body bystander(SplittableRandom random, int side) {
        return new Body(
                Course.drawn(random, random.nextDouble(2.5), 0, side),
                random.nextDouble(1, 2),
                2 * side,
                0,
                random.nextDouble(0.3, 0.8) * MOST_DENSITY);
    }

    /** Density that the body adds at a pixel; its edge is a pixel wide. */
    double density(int slice, double column, double row) {
        double height = (slice - middle) / along;
        double radius = across * Math.sqrt(Math.max(0, 1 - height * height));
        double distance = Math.hypot(column - course.x(slice), row - course.y(slice));
        return density * Math.min(1, Math.max(0, radius - distance + 0.5));
    }
}

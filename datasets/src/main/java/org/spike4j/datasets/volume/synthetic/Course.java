package org.spike4j.datasets.volume.synthetic;

import java.util.SplittableRandom;

/**
 * Where the middle of a body lies in each slice: it starts anywhere in a square and goes on by a step from slice to
 * slice, turned back at the sides. Whatever the step, each slice finds it anywhere in the square alike, since motion
 * between mirrors keeps a uniform distribution; so one slice does not tell a nodule (no step) from a vessel.
 *
 * @param x column in the first slice, pixels
 * @param y row in the first slice, pixels
 * @param stepX columns from slice to slice
 * @param stepY rows from slice to slice
 * @param low lower side of the square
 * @param high upper side of the square
 */
record Course(double x, double y, double stepX, double stepY, double low, double high) {

    static Course drawn(SplittableRandom random, double step, double low, double high) {
        double angle = random.nextDouble(2 * Math.PI);
        return new Course(
                random.nextDouble(low, high),
                random.nextDouble(low, high),
                step * Math.cos(angle),
                step * Math.sin(angle),
                low,
                high);
    }

    double x(int slice) {
        return mirrored(x + slice * stepX);
    }

    double y(int slice) {
        return mirrored(y + slice * stepY);
    }

    private double mirrored(double place) {
        double side = high - low;
        double turn = place - low - 2 * side * Math.floor((place - low) / (2 * side));
        return low + Math.min(turn, 2 * side - turn);
    }
}

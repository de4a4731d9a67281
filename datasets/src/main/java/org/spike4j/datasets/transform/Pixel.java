package org.spike4j.datasets.transform;

/**
 * A place on a sensor.
 *
 * @param x column, from 0 at the left
 * @param y row, from 0 at the top
 */
public record Pixel(int x, int y) {
    /** Checks the values. */
    public Pixel {
        Draw.requireAtLeast(x, 0, "x");
        Draw.requireAtLeast(y, 0, "y");
    }
}

package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Cuts a fixed rectangle out of the sensor. Events outside are dropped; the others move,
 *
 * <pre>
 * x' = x - left,  y' = y - top
 * </pre>
 *
 * <p>and the rectangle is the new sensor.
 *
 * @param left first column, from 0
 * @param top first row, from 0
 * @param width columns
 * @param height rows
 */
public record Crop(int left, int top, int width, int height) implements EventTransform {
    /** Checks the values. */
    public Crop {
        Draw.requireAtLeast(left, 0, "left");
        Draw.requireAtLeast(top, 0, "top");
        Draw.requireAtLeast(width, 1, "width");
        Draw.requireAtLeast(height, 1, "height");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        requireInside(events, (long) left + width, (long) top + height);
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            int x = c.x[i] - left;
            int y = c.y[i] - top;
            if (x >= 0 && x < width && y >= 0 && y < height) {
                c.keep(i, kept);
                c.x[kept] = (short) x;
                c.y[kept] = (short) y;
                kept++;
            }
        }
        return c.toStream(width, height, kept);
    }

    /** The lower right corner, exclusive, must lie on the sensor. */
    static void requireInside(EventStream events, long right, long bottom) {
        if (right > events.width() || bottom > events.height()) {
            throw new IllegalArgumentException("a crop must lie on the sensor of " + events.width() + "x"
                    + events.height() + ", reached to " + right + "x" + bottom + "; crop less");
        }
    }
}

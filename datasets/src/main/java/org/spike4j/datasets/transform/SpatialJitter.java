package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Moves every event on the sensor by normal random numbers of its own; those that leave the sensor are dropped:
 *
 * <pre>
 * x' = x + round(stdX n1),  y' = y + round(stdY n2),  n1, n2 ~ N(0, 1)
 * </pre>
 *
 * @param stdX standard deviation along a row, pixels
 * @param stdY standard deviation along a column, pixels
 */
public record SpatialJitter(double stdX, double stdY) implements EventTransform {
    /** Checks the values. */
    public SpatialJitter {
        Draw.requireNotNegative(stdX, "stdX");
        Draw.requireNotNegative(stdY, "stdY");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        int width = events.width();
        int height = events.height();
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            double x = c.x[i] + Math.rint(stdX * random.nextGaussian());
            double y = c.y[i] + Math.rint(stdY * random.nextGaussian());
            if (x >= 0 && x < width && y >= 0 && y < height) {
                c.keep(i, kept);
                c.x[kept] = (short) x;
                c.y[kept] = (short) y;
                kept++;
            }
        }
        return c.toStream(width, height, kept);
    }
}

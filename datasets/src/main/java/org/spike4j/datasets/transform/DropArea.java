package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Drops all events of one rectangle of the sensor, as if something covered it. Drawn anew for each recording: r uniform
 * in least to most, the sides are floor(r width) and floor(r height), the place is uniform over all where the rectangle
 * fits.
 *
 * @param least smallest share of each side of the sensor, 0 to 1
 * @param most largest share
 */
public record DropArea(double least, double most) implements EventTransform {
    /** Checks the values. */
    public DropArea {
        Draw.requireShares(least, most, "shares");
    }

    /**
     * The same share of all recordings.
     *
     * @param share share of each side of the sensor
     * @return the transform
     */
    public static DropArea of(double share) {
        return new DropArea(share, share);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        double share = Draw.between(random, least, most);
        int width = (int) (share * events.width());
        int height = (int) (share * events.height());
        int left = random.nextInt(events.width() - width + 1);
        int top = random.nextInt(events.height() - height + 1);
        return without(events, left, top, left + width, top + height);
    }

    /** Without the events of the columns left to right - 1 and the rows top to bottom - 1. */
    static EventStream without(EventStream events, int left, int top, int right, int bottom) {
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            if (c.x[i] < left || c.x[i] >= right || c.y[i] < top || c.y[i] >= bottom) {
                c.keep(i, kept++);
            }
        }
        return c.kept(events, kept);
    }
}

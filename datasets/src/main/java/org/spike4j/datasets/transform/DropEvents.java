package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Drops events at random, each on its own with probability r; r is drawn anew for each recording, uniform in least to
 * most.
 *
 * @param least smallest share of dropped events, 0 to 1
 * @param most largest share
 */
public record DropEvents(double least, double most) implements EventTransform {
    /** Checks the values. */
    public DropEvents {
        Draw.requireShares(least, most, "shares");
    }

    /**
     * The same share of all recordings.
     *
     * @param share share of dropped events
     * @return the transform
     */
    public static DropEvents of(double share) {
        return new DropEvents(share, share);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        double share = Draw.between(random, least, most);
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            if (random.nextDouble() >= share) {
                c.keep(i, kept++);
            }
        }
        return c.kept(events, kept);
    }
}

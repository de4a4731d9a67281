package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Turns left into right, in some of the recordings:
 *
 * <pre>
 * x' = width - 1 - x
 * </pre>
 *
 * @param probability share of the recordings that are changed, 0 to 1
 */
public record FlipHorizontal(double probability) implements EventTransform {
    /** Checks the value. */
    public FlipHorizontal {
        Draw.requireShare(probability, "probability");
    }

    /**
     * For every recording.
     *
     * @return the transform of probability 1
     */
    public static FlipHorizontal always() {
        return new FlipHorizontal(1);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        if (!Draw.happens(random, probability)) {
            return events;
        }
        Columns c = Columns.of(events);
        int last = events.width() - 1;
        for (int i = 0; i < c.x.length; i++) {
            c.x[i] = (short) (last - c.x[i]);
        }
        return c.toStream(events);
    }
}

package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Turns the picture upside down, in some of the recordings:
 *
 * <pre>
 * y' = height - 1 - y
 * </pre>
 *
 * @param probability share of the recordings that are changed, 0 to 1
 */
public record FlipVertical(double probability) implements EventTransform {
    /** Checks the value. */
    public FlipVertical {
        Draw.requireShare(probability, "probability");
    }

    /**
     * For every recording.
     *
     * @return the transform of probability 1
     */
    public static FlipVertical always() {
        return new FlipVertical(1);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        if (!Draw.happens(random, probability)) {
            return events;
        }
        Columns c = Columns.of(events);
        int last = events.height() - 1;
        for (int i = 0; i < c.y.length; i++) {
            c.y[i] = (short) (last - c.y[i]);
        }
        return c.toStream(events);
    }
}

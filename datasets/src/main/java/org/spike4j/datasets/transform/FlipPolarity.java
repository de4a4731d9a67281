package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Turns brighter into darker and darker into brighter, in some of the recordings:
 *
 * <pre>
 * p' = 1 - p
 * </pre>
 *
 * @param probability share of the recordings that are changed, 0 to 1
 */
public record FlipPolarity(double probability) implements EventTransform {
    /** Checks the value. */
    public FlipPolarity {
        Draw.requireShare(probability, "probability");
    }

    /**
     * For every recording.
     *
     * @return the transform of probability 1
     */
    public static FlipPolarity always() {
        return new FlipPolarity(1);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        if (!Draw.happens(random, probability)) {
            return events;
        }
        Columns c = Columns.of(events);
        for (int i = 0; i < c.polarity.length; i++) {
            c.polarity[i] = (byte) (1 - c.polarity[i]);
        }
        return c.toStream(events);
    }
}

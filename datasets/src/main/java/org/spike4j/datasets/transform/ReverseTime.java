package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Plays some of the recordings backwards; what got brighter then gets darker. The last event comes first:
 *
 * <pre>
 * t' = first + last - t,  p' = 1 - p
 * </pre>
 *
 * @param probability share of the recordings that are changed, 0 to 1
 */
public record ReverseTime(double probability) implements EventTransform {
    /** Checks the value. */
    public ReverseTime {
        Draw.requireShare(probability, "probability");
    }

    /**
     * For every recording.
     *
     * @return the transform of probability 1
     */
    public static ReverseTime always() {
        return new ReverseTime(1);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        if (!Draw.happens(random, probability)) {
            return events;
        }
        Columns c = Columns.of(events);
        Span span = Span.of(events);
        int size = c.t.length;
        for (int i = 0; i < size; i++) {
            int from = size - 1 - i;
            c.t[i] = span.first() + (span.last() - events.t(from));
            c.x[i] = (short) events.x(from);
            c.y[i] = (short) events.y(from);
            c.polarity[i] = (byte) (1 - events.polarity(from));
        }
        return c.toStream(events);
    }
}

package org.spike4j.datasets.transform;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Gives all events one polarity, so that they share a channel of the frames: p' = polarity.
 *
 * @param polarity 0 or 1
 */
public record MergePolarities(int polarity) implements EventTransform {
    /** Checks the value. */
    public MergePolarities {
        if (polarity != 0 && polarity != 1) {
            throw new IllegalArgumentException("polarity must be 0 or 1, was " + polarity);
        }
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        Columns c = Columns.of(events);
        Arrays.fill(c.polarity, (byte) polarity);
        return c.toStream(events);
    }
}

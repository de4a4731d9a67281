package org.spike4j.datasets.transform;

import java.util.Objects;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * A transform that is applied to some recordings only.
 *
 * @param transform what is applied
 * @param probability share of the recordings, 0 to 1
 */
public record Sometimes(EventTransform transform, double probability) implements EventTransform {
    /** Checks the values. */
    public Sometimes {
        Objects.requireNonNull(transform, "transform");
        Draw.requireShare(probability, "probability");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        return Draw.happens(random, probability) ? transform.apply(events, random) : events;
    }
}

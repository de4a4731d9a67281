package org.spike4j.datasets.transform.mixing;

import java.util.Objects;
import org.spike4j.datasets.event.EventStream;

/**
 * A mixed recording. Its label is firstShare (label of the first) + (1 - firstShare) (label of the second).
 *
 * @param events the events
 * @param firstShare weight of the first recording's label, 0 to 1
 */
public record MixedEvents(EventStream events, double firstShare) {
    /** Checks the values. */
    public MixedEvents {
        Objects.requireNonNull(events, "events");
        if (!(firstShare >= 0 && firstShare <= 1)) {
            throw new IllegalArgumentException("firstShare must be 0 to 1, was " + firstShare);
        }
    }
}

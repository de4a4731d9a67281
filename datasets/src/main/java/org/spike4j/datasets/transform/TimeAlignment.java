package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Moves a recording in time so that its earliest event comes at a given time: t' = t - first + start.
 *
 * @param start time of the earliest event, microseconds, 0 to 2^61
 */
public record TimeAlignment(long start) implements EventTransform {
    private static final long LATEST = 1L << 61;

    /** Checks the value. */
    public TimeAlignment {
        if (start < 0 || start > LATEST) {
            throw new IllegalArgumentException("start must be 0 to 2^61 microseconds, was " + start);
        }
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        Span span = Span.of(events);
        if (span.micros() > LATEST) {
            throw new IllegalArgumentException("a recording must span at most 2^61 microseconds, was " + span.micros());
        }
        Columns c = Columns.of(events);
        for (int i = 0; i < c.t.length; i++) {
            c.t[i] = c.t[i] - span.first() + start;
        }
        return c.toStream(events);
    }
}

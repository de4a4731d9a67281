package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Keeps the events of one window of time, at a place drawn anew for each recording: {@link TimeWindow} with its start
 * uniform in 0 to last - first - micros + 1. A recording that is not longer stays whole.
 *
 * @param micros duration of the window, microseconds, at least 1
 */
public record RandomTimeWindow(long micros) implements EventTransform {
    /** Checks the value. */
    public RandomTimeWindow {
        Draw.requireAtLeast(micros, 1, "micros");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        long spare = Span.of(events).micros() - micros;
        return spare < 0 ? events : new TimeWindow(random.nextLong(spare + 2), micros).apply(events, random);
    }
}

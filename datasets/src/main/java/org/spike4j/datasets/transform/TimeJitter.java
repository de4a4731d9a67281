package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Moves every event in time by a normal random number of its own, and puts the events back in order:
 *
 * <pre>
 * t' = min(last, max(first, t + round(std n))),  n ~ N(0, 1)
 * </pre>
 *
 * <p>first and last are the times of the recording's ends, so that its duration does not grow.
 *
 * @param stdMicros standard deviation, microseconds
 */
public record TimeJitter(double stdMicros) implements EventTransform {
    /** Checks the value. */
    public TimeJitter {
        Draw.requireNotNegative(stdMicros, "stdMicros");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        Span span = Span.of(events);
        Columns c = Columns.of(events);
        for (int i = 0; i < c.t.length; i++) {
            // Counted from the first event, so that a huge shift cannot overflow.
            double moved = Math.rint(stdMicros * random.nextGaussian()) + (c.t[i] - span.first());
            c.t[i] = span.first() + Math.min(span.micros(), Math.max(0, (long) moved));
        }
        return TimeOrder.sorted(c).toStream(events);
    }
}

package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Keeps the events of one window of time, counted from the earliest event; their times stay.
 *
 * <pre>
 * kept if  start &lt;= t - first &lt; start + micros
 * </pre>
 *
 * @param start start of the window, microseconds after the earliest event
 * @param micros duration of the window, at least 1
 */
public record TimeWindow(long start, long micros) implements EventTransform {
    /** Checks the values. */
    public TimeWindow {
        Draw.requireAtLeast(start, 0, "start");
        Draw.requireAtLeast(micros, 1, "micros");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        long first = Span.of(events).first();
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            long late = c.t[i] - first - start;
            if (late >= 0 && late < micros) {
                c.keep(i, kept++);
            }
        }
        return c.kept(events, kept);
    }
}

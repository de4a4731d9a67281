package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Adds events of noise: a number of them uniform in least to most, each at a time, pixel and polarity of its own,
 * uniform over the recording, the sensor and both polarities. Events of one time come before the noise of that time. A
 * recording without events gets none, since it has no duration.
 *
 * @param least fewest events that are added
 * @param most most events that are added
 */
public record UniformNoise(int least, int most) implements EventTransform {
    /** Checks the values. */
    public UniformNoise {
        Draw.requireAtLeast(least, 0, "least");
        Draw.requireAtLeast(most, least, "most");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        int size = events.size();
        if (size == 0) {
            return events;
        }
        Span span = Span.of(events);
        Columns c = new Columns(Math.addExact(size, (int) random.nextLong(least, most + 1L)));
        events.copyInto(c.t, c.x, c.y, c.polarity, 0);
        for (int i = size; i < c.t.length; i++) {
            c.t[i] = span.first() + (span.micros() == 0 ? 0 : random.nextLong(span.micros()));
            c.x[i] = (short) random.nextInt(events.width());
            c.y[i] = (short) random.nextInt(events.height());
            c.polarity[i] = (byte) random.nextInt(2);
        }
        return TimeOrder.sorted(c).toStream(events);
    }
}

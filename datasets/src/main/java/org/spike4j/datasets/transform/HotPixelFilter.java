package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Drops all events of hot pixels, which fire without end whatever they see: those with more than
 *
 * <pre>
 * hertz (last - first) / 10^6
 * </pre>
 *
 * <p>events, of either polarity. A recording of one instant has no rates and stays as it is.
 *
 * @param hertz highest rate of a sound pixel, events per second, above 0
 */
public record HotPixelFilter(double hertz) implements EventTransform {
    private static final double MICROS = 1e6;

    /** Checks the value. */
    public HotPixelFilter {
        if (!(hertz > 0)) {
            throw new IllegalArgumentException("hertz must be > 0, was " + hertz);
        }
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        long duration = Span.of(events).micros();
        if (duration == 0) {
            return events;
        }
        int width = events.width();
        int[] counts = new int[width * events.height()];
        for (int i = 0; i < events.size(); i++) {
            counts[events.y(i) * width + events.x(i)]++;
        }
        boolean[] hot = new boolean[counts.length];
        for (int i = 0; i < hot.length; i++) {
            hot[i] = counts[i] > hertz * duration / MICROS;
        }
        return PixelMask.apply(events, hot);
    }
}

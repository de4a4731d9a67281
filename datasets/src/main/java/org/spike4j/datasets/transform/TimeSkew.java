package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Stretches and moves time, by a scale and an offset drawn anew for each recording, both uniform:
 *
 * <pre>
 * t' = first + round(scale (t - first)) + offset
 * </pre>
 *
 * @param leastScale smallest scale, above 0; below 1 is faster
 * @param mostScale largest scale
 * @param leastOffset smallest offset, microseconds
 * @param mostOffset largest offset, microseconds
 */
public record TimeSkew(double leastScale, double mostScale, long leastOffset, long mostOffset)
        implements EventTransform {
    private static final long FARTHEST = 1L << 61;

    /** Checks the values. */
    public TimeSkew {
        if (!(leastScale > 0 && leastScale <= mostScale && mostScale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("scales must be a finite range above 0, was " + leastScale + " to "
                    + mostScale + "; the smaller end is first");
        }
        if (leastOffset < -FARTHEST || leastOffset > mostOffset || mostOffset > FARTHEST) {
            throw new IllegalArgumentException("offsets must be a range within -2^61 to 2^61 microseconds, was "
                    + leastOffset + " to " + mostOffset + "; the smaller end is first");
        }
    }

    /**
     * The same for all recordings.
     *
     * @param scale scale, above 0
     * @param offset offset, microseconds
     * @return the transform
     */
    public static TimeSkew of(double scale, long offset) {
        return new TimeSkew(scale, scale, offset, offset);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        double scale = Draw.between(random, leastScale, mostScale);
        long offset = random.nextLong(leastOffset, mostOffset + 1);
        Span span = Span.of(events);
        requireRoom(span, scale, offset);
        Columns c = Columns.of(events);
        for (int i = 0; i < c.t.length; i++) {
            c.t[i] = span.first() + Math.round(scale * (c.t[i] - span.first())) + offset;
        }
        return c.toStream(events);
    }

    private static void requireRoom(Span span, double scale, long offset) {
        double start = (double) span.first() + offset;
        double end = start + scale * span.micros();
        if (Math.abs(start) > 2.0 * FARTHEST || end > 2.0 * FARTHEST) {
            throw new IllegalArgumentException("times must stay within 2^62 microseconds, would be " + start + " to "
                    + end + "; use a smaller scale or offset");
        }
    }
}

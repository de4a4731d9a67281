package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Drops all events of one interval of time. With the duration D = last - first of a recording, and r and u drawn anew
 * for each,
 *
 * <pre>
 * dropped if  a &lt;= t - first &lt;= a + r D,  r uniform in least to most,  a = u (1 - r) D,  u uniform in 0 to 1
 * </pre>
 *
 * <p>so that the whole interval lies in the recording.
 *
 * @param least smallest share of the duration, 0 to 1
 * @param most largest share
 */
public record DropTime(double least, double most) implements EventTransform {
    /** Checks the values. */
    public DropTime {
        Draw.requireShares(least, most, "shares");
    }

    /**
     * The same share of all recordings.
     *
     * @param share share of the duration
     * @return the transform
     */
    public static DropTime of(double share) {
        return new DropTime(share, share);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        Span span = Span.of(events);
        double share = Draw.between(random, least, most);
        double from = random.nextDouble() * (1 - share) * span.micros();
        double to = from + share * span.micros();
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            long t = c.t[i] - span.first();
            if (t < from || t > to) {
                c.keep(i, kept++);
            }
        }
        return c.kept(events, kept);
    }
}

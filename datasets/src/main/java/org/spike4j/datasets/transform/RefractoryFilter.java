package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Gives every pixel a refractory period, whatever the polarity: an event stays if
 *
 * <pre>
 * t - t_before &gt; micros
 * </pre>
 *
 * <p>or if its pixel had none before. t_before is the last event of the pixel that stayed, as in a pixel that is held
 * in reset after it fired; with renewed periods it is the last event at all, so that a pixel that fires fast enough
 * falls silent. The latter is what tonic's RefractoryPeriod does.
 *
 * @param micros duration of the period, microseconds
 * @param renewed whether a dropped event starts the period anew
 */
public record RefractoryFilter(long micros, boolean renewed) implements EventTransform {
    /** Checks the values. */
    public RefractoryFilter {
        Draw.requireAtLeast(micros, 0, "micros");
    }

    /**
     * Periods that dropped events do not renew.
     *
     * @param micros duration, microseconds
     * @return the transform
     */
    public static RefractoryFilter of(long micros) {
        return new RefractoryFilter(micros, false);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        int width = events.width();
        long[] before = new long[width * events.height()];
        boolean[] seen = new boolean[before.length];
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            long t = c.t[i];
            int pixel = c.y[i] * width + c.x[i];
            boolean stays = !seen[pixel] || t - before[pixel] > micros;
            if (stays || renewed) {
                before[pixel] = t;
                seen[pixel] = true;
            }
            if (stays) {
                c.keep(i, kept++);
            }
        }
        return c.kept(events, kept);
    }
}

package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

/**
 * {@link IntegratorDownsampling}, of whose events those stay that tell of more activity than before, so that an object
 * that is large beside the new pixels leaves its edges. The integrator runs in windows of micros / bins; with n(k, p, y, x)
 * its events of polarity p in window k of the given duration, and t0 the time of the first event of the recording,
 *
 * <pre>
 * event of polarity p at t0 + k micros  if  k &gt;= 1  and  n(k, p, y, x) &gt; n(k - 1, p, y, x)
 * </pre>
 *
 * <p>Ghosh, Nowotny and Knight 2023, "Insect-inspired spatio-temporal downsampling of event-based input". tonic counts, in
 * place of the integrator's events, all pixels that hold any charge when one of them fires, and is early by one window.
 *
 * @param width columns of the new sensor
 * @param height rows of the new sensor
 * @param micros duration of a window, microseconds, a multiple of bins
 * @param bins windows of the integrator in one, at least 1
 * @param threshold events that make one of the integrator's, at least 1
 */
public record DifferentiatorDownsampling(int width, int height, long micros, int bins, int threshold)
        implements EventTransform {
    /** Checks the values. */
    public DifferentiatorDownsampling {
        Draw.requireAtLeast(bins, 1, "bins");
        if (micros < 1 || micros % bins != 0) {
            throw new IllegalArgumentException(
                    "micros must be >= 1 and a multiple of the " + bins + " bins, was " + micros);
        }
        new IntegratorDownsampling(width, height, micros / bins, threshold);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        EventStream integrated =
                new IntegratorDownsampling(width, height, micros / bins, threshold).apply(events, random);
        EventStreamBuilder made = EventStream.builder(width, height);
        int cells = 2 * width * height;
        long[] windows = new long[cells];
        int[] counts = new int[cells];
        int[] before = new int[cells];
        for (int i = 0; i < integrated.size(); i++) {
            long window = (integrated.t(i) - events.t(0)) / micros;
            int cell = (integrated.polarity(i) * height + integrated.y(i)) * width + integrated.x(i);
            if (windows[cell] != window) {
                before[cell] = windows[cell] == window - 1 ? counts[cell] : 0;
                counts[cell] = 0;
                windows[cell] = window;
            }
            counts[cell]++;
            // Once a window: when the count has just passed the one before.
            if (window > 0 && counts[cell] == before[cell] + 1) {
                made.add(events.t(0) + window * micros, integrated.x(i), integrated.y(i), integrated.polarity(i));
            }
        }
        return made.build();
    }
}

package org.spike4j.datasets.transform;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Drops background activity: events that come alone. An event at (x, y) stays if at least so many of the eight pixels
 * around had an event, of either polarity and kept or not, that is younger than dt:
 *
 * <pre>
 * stays if  #{ (i, j) != (0, 0), |i| &lt;= 1, |j| &lt;= 1 :  t - t_before(x + i, y + j) &lt; dt }  &gt;= support
 * </pre>
 *
 * <p>Delbruck 2008, "Frame-free dynamic digital vision", asks for a support of 1; larger ones filter more. The first
 * event of every edge is lost.
 *
 * @param micros dt, microseconds, at least 1; usual are 1000 to 30000
 * @param support pixels that must agree, 1 to 8
 */
public record BackgroundActivityFilter(long micros, int support) implements EventTransform {
    private static final int NEIGHBOURS = 8;

    /** Checks the values. */
    public BackgroundActivityFilter {
        Draw.requireAtLeast(micros, 1, "micros");
        if (support < 1 || support > NEIGHBOURS) {
            throw new IllegalArgumentException("support must be 1 to " + NEIGHBOURS + " pixels, was " + support);
        }
    }

    /**
     * With the support of one pixel.
     *
     * @param micros dt, microseconds
     * @return the transform
     */
    public static BackgroundActivityFilter of(long micros) {
        return new BackgroundActivityFilter(micros, 1);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        // One pixel more on each side, where nothing ever happens, spares the loop its borders.
        int stride = events.width() + 2;
        long[] before = new long[stride * (events.height() + 2)];
        Arrays.fill(before, Long.MIN_VALUE);
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            long t = c.t[i];
            int pixel = (c.y[i] + 1) * stride + c.x[i] + 1;
            if (young(before, pixel, stride, t - micros) >= support) {
                c.keep(i, kept++);
            }
            before[pixel] = t;
        }
        return c.kept(events, kept);
    }

    /** Pixels around one whose last event is younger than a time. */
    private static int young(long[] before, int pixel, int stride, long limit) {
        int young = before[pixel] > limit ? -1 : 0;
        for (int place = pixel - stride; place <= pixel + stride; place += stride) {
            young += before[place - 1] > limit ? 1 : 0;
            young += before[place] > limit ? 1 : 0;
            young += before[place + 1] > limit ? 1 : 0;
        }
        return young;
    }
}

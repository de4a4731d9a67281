package org.spike4j.datasets.transform;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

/**
 * A smaller sensor whose pixels integrate the events of the pixels they cover, and fire. With s = 1 for brighter and -1
 * for darker, t0 the time of the first event, and windows k = floor((t - t0) / micros):
 *
 * <pre>
 * v(y', x')  = v + sum of s over the events of window k that fall on (y', x')
 * event brighter at t0 + k micros  if  v &gt;= threshold
 * event darker   at t0 + k micros  if -v &gt;= threshold
 * v = 0 after an event
 * </pre>
 *
 * <p>(y', x') as {@link Resize} has it. Brighter and darker events cancel, as those of a shaking camera do; a pixel has at
 * most one event in a window. Events of a window come row by row. An event that is earlier than the one before it counts
 * in that one's window.
 *
 * <p>Ghosh, Nowotny and Knight 2023, "Insect-inspired spatio-temporal downsampling of event-based input". tonic counts
 * windows from 0 instead of t0, and gives the brighter events of a window first.
 *
 * @param width columns of the new sensor
 * @param height rows of the new sensor
 * @param micros duration of a window, microseconds, at least 1
 * @param threshold events that make one, at least 1
 */
public record IntegratorDownsampling(int width, int height, long micros, int threshold) implements EventTransform {
    /** Checks the values. */
    public IntegratorDownsampling {
        Draw.requireAtLeast(width, 1, "width");
        Draw.requireAtLeast(height, 1, "height");
        Draw.requireAtLeast(micros, 1, "micros");
        Draw.requireAtLeast(threshold, 1, "threshold");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        EventStream small = new Resize(width, height).apply(events, random);
        EventStreamBuilder made = EventStream.builder(width, height);
        int[] potential = new int[width * height];
        int from = 0;
        while (from < small.size()) {
            long window = Math.floorDiv(small.t(from) - small.t(0), micros);
            long start = small.t(0) + window * micros;
            int to = from;
            while (to < small.size() && small.t(to) - start < micros) {
                potential[small.y(to) * width + small.x(to)] += 2 * small.polarity(to) - 1;
                to++;
            }
            for (int pixel : pixels(small, from, to)) {
                if (Math.abs(potential[pixel]) >= threshold) {
                    made.add(start, pixel % width, pixel / width, potential[pixel] > 0 ? 1 : 0);
                    potential[pixel] = 0;
                }
            }
            from = to;
        }
        return made.build();
    }

    /** The pixels of some events, row by row, some of them several times. */
    private static int[] pixels(EventStream events, int from, int to) {
        int[] pixels = new int[to - from];
        for (int i = from; i < to; i++) {
            pixels[i - from] = events.y(i) * events.width() + events.x(i);
        }
        Arrays.sort(pixels);
        return pixels;
    }
}

package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Keeps every n-th event of each pixel, whatever the polarity: events n, 2 n, 3 n, ... counted from 1.
 *
 * @param n at least 1; 1 keeps all
 */
public record Decimation(int n) implements EventTransform {
    /** Checks the value. */
    public Decimation {
        Draw.requireAtLeast(n, 1, "n");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        int width = events.width();
        int[] counts = new int[width * events.height()];
        Columns c = Columns.of(events);
        int kept = 0;
        for (int i = 0; i < c.t.length; i++) {
            int pixel = c.y[i] * width + c.x[i];
            if (++counts[pixel] == n) {
                counts[pixel] = 0;
                c.keep(i, kept++);
            }
        }
        return c.kept(events, kept);
    }
}

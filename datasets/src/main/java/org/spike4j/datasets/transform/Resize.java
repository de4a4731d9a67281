package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Gives the sensor another size; every event stays,
 *
 * <pre>
 * x' = floor(x width / sensor width),  y' = floor(y height / sensor height)
 * </pre>
 *
 * <p>as {@link org.spike4j.datasets.event.FrameBinning} does. A smaller sensor has more events per pixel; thin them out
 * with {@link Decimation} or {@link RefractoryFilter} where that matters. A larger one has pixels without events.
 *
 * @param width columns of the new sensor
 * @param height rows of the new sensor
 */
public record Resize(int width, int height) implements EventTransform {
    /** Checks the values. */
    public Resize {
        Draw.requireAtLeast(width, 1, "width");
        Draw.requireAtLeast(height, 1, "height");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        short[] columns = places(events.width(), width);
        short[] rows = places(events.height(), height);
        Columns c = Columns.of(events);
        for (int i = 0; i < c.t.length; i++) {
            c.x[i] = columns[c.x[i]];
            c.y[i] = rows[c.y[i]];
        }
        return c.toStream(width, height, c.t.length);
    }

    private static short[] places(int from, int to) {
        short[] places = new short[from];
        for (int i = 0; i < from; i++) {
            places[i] = (short) ((long) i * to / from);
        }
        return places;
    }
}

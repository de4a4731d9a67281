package org.spike4j.datasets.transform;

import java.util.Set;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Drops all events of given pixels, for instance of those known to be broken.
 *
 * @param pixels pixels of the sensor
 */
public record DropPixels(Set<Pixel> pixels) implements EventTransform {
    /** Takes a copy of the set. */
    public DropPixels {
        pixels = Set.copyOf(pixels);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        boolean[] dead = new boolean[events.width() * events.height()];
        for (Pixel pixel : pixels) {
            if (pixel.x() >= events.width() || pixel.y() >= events.height()) {
                throw new IllegalArgumentException("pixels must lie on the sensor of " + events.width() + "x"
                        + events.height() + ", one was (" + pixel.x() + ", " + pixel.y() + ")");
            }
            dead[pixel.y() * events.width() + pixel.x()] = true;
        }
        return PixelMask.apply(events, dead);
    }
}

package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Cuts a rectangle out of the sensor, at a place drawn anew for each recording: {@link Crop} with left uniform in 0 to
 * sensor width - width, top likewise.
 *
 * @param width columns that stay
 * @param height rows that stay
 */
public record RandomCrop(int width, int height) implements EventTransform {
    /** Checks the values. */
    public RandomCrop {
        Draw.requireAtLeast(width, 1, "width");
        Draw.requireAtLeast(height, 1, "height");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        Crop.requireInside(events, width, height);
        int left = random.nextInt(events.width() - width + 1);
        int top = random.nextInt(events.height() - height + 1);
        return new Crop(left, top, width, height).apply(events, random);
    }
}

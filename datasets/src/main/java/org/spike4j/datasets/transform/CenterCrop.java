package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Cuts out the middle of the sensor: {@link Crop} with left = floor((sensor width - width) / 2), top likewise.
 *
 * @param width columns that stay
 * @param height rows that stay
 */
public record CenterCrop(int width, int height) implements EventTransform {
    /** Checks the values. */
    public CenterCrop {
        Draw.requireAtLeast(width, 1, "width");
        Draw.requireAtLeast(height, 1, "height");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        Crop.requireInside(events, width, height);
        int left = (events.width() - width) / 2;
        int top = (events.height() - height) / 2;
        return new Crop(left, top, width, height).apply(events, random);
    }
}

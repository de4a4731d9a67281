package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/** Swaps columns and rows, of the events and of the sensor: x' = y, y' = x. */
public record Transpose() implements EventTransform {
    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        Columns c = Columns.of(events);
        return EventStream.ofColumns(events.height(), events.width(), c.t.length, c.t, c.y, c.x, c.polarity);
    }
}

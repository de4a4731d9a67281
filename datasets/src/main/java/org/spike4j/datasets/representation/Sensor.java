package org.spike4j.datasets.representation;

import org.spike4j.datasets.event.EventStream;

/** Checks of recordings that are to become frames of the size of their sensor. */
final class Sensor {
    private Sensor() {}

    static void require(EventStream events, int width, int height) {
        if (events.width() != width || events.height() != height) {
            throw new IllegalArgumentException("frames must have the size of the sensor, were " + width + "x" + height
                    + " for " + events.width() + "x" + events.height() + "; apply the transform Resize first");
        }
    }

    /** What is made of the past of a pixel needs the events in order of time. */
    static void requireOrder(EventStream events) {
        for (int i = 1; i < events.size(); i++) {
            if (events.t(i) < events.t(i - 1)) {
                throw new IllegalArgumentException("events must be in order of time, event " + i + " at " + events.t(i)
                        + " comes after one at " + events.t(i - 1) + " microseconds");
            }
        }
    }
}

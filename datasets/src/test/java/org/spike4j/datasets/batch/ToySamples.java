package org.spike4j.datasets.batch;

import java.util.ArrayList;
import java.util.List;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.sets.EventSample;

/** Samples that can be told apart in a mini-batch: sample i has i + 1 events at pixel (0, 0) of polarity 1. */
final class ToySamples {
    static final int SENSOR = 8;
    static final int CLASSES = 3;

    private ToySamples() {}

    static List<EventSample> of(int count) {
        List<EventSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int events = i + 1;
            samples.add(new EventSample("toy " + i, i % CLASSES, "group", () -> dots(events)));
        }
        return samples;
    }

    static List<String> classNames() {
        return List.of("a", "b", "c");
    }

    private static EventStream dots(int events) {
        var builder = EventStream.builder(SENSOR, SENSOR);
        for (int k = 0; k < events; k++) {
            builder.add(k, 0, 0, 1);
        }
        return builder.build();
    }
}

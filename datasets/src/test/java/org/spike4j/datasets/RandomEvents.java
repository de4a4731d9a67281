package org.spike4j.datasets;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

/** Recordings made from a seed. */
public final class RandomEvents {
    private RandomEvents() {}

    /** Events in order of time, some at equal times, on any pixel. */
    public static EventStream ordered(long seed, int size, int width, int height, long start, int maxStep) {
        SplittableRandom random = new SplittableRandom(seed);
        EventStreamBuilder builder = EventStream.builder(width, height);
        long t = start;
        for (int i = 0; i < size; i++) {
            t += random.nextInt(maxStep + 1);
            builder.add(t, random.nextInt(width), random.nextInt(height), random.nextInt(2));
        }
        return builder.build();
    }

    /** Events in no order of time. */
    public static EventStream unordered(long seed, int size, int width, int height, int maxTime) {
        SplittableRandom random = new SplittableRandom(seed);
        EventStreamBuilder builder = EventStream.builder(width, height);
        for (int i = 0; i < size; i++) {
            builder.add(random.nextInt(maxTime), random.nextInt(width), random.nextInt(height), random.nextInt(2));
        }
        return builder.build();
    }
}

package org.spike4j.datasets.simulation;

import java.util.Arrays;
import org.spike4j.datasets.event.EventStreamBuilder;

/**
 * The events between two frames, gathered pixel by pixel and handed on in the order of time.
 *
 * <p>An event is packed as (t - start) * 2^32 + pixel * 2 + polarity, so that sorting numbers sorts by time, then by
 * pixel, whatever order they came in.
 */
final class IntervalEvents {
    private static final long LONGEST = Integer.MAX_VALUE;

    private final int width;
    private long start;
    private long[] packed = new long[4096];
    private int size;

    IntervalEvents(int width) {
        this.width = width;
    }

    void begin(long micros, long end) {
        if (end - micros > LONGEST) {
            throw new IllegalArgumentException("two frames must lie at most " + LONGEST + " us apart, were "
                    + (end - micros) + " (from " + micros + " to " + end + ")");
        }
        start = micros;
        size = 0;
    }

    void add(long micros, int pixel, int polarity) {
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        packed[size++] = (micros - start) << 32 | (long) pixel << 1 | polarity;
    }

    void moveTo(EventStreamBuilder target) {
        Arrays.sort(packed, 0, size);
        for (int i = 0; i < size; i++) {
            int low = (int) packed[i];
            int pixel = low >>> 1;
            target.add(start + (packed[i] >>> 32), pixel % width, pixel / width, low & 1);
        }
        size = 0;
    }
}

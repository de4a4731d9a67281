package org.spike4j.datasets.transform;

import org.spike4j.datasets.event.EventStream;

/**
 * From the earliest to the latest event, whatever their order; both 0 without events.
 *
 * @param first earliest time, microseconds
 * @param last latest time, microseconds
 */
record Span(long first, long last) {
    static Span of(EventStream events) {
        if (events.size() == 0) {
            return new Span(0, 0);
        }
        long first = events.t(0);
        long last = first;
        for (int i = 1; i < events.size(); i++) {
            first = Math.min(first, events.t(i));
            last = Math.max(last, events.t(i));
        }
        if (last - first < 0) {
            throw new IllegalArgumentException(
                    "times must span less than 2^63 microseconds, were " + first + " to " + last);
        }
        return new Span(first, last);
    }

    long micros() {
        return last - first;
    }
}

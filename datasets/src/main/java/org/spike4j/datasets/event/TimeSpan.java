package org.spike4j.datasets.event;

/**
 * From the earliest to the latest event, whatever their order.
 *
 * @param first earliest time, microseconds; 0 without events
 * @param micros latest minus earliest time
 * @param ordered whether no event is earlier than the one before it
 */
record TimeSpan(long first, long micros, boolean ordered) {
    static TimeSpan of(EventStream events) {
        if (events.size == 0) {
            return new TimeSpan(0, 0, true);
        }
        long before = events.t[events.from];
        long earliest = before;
        long latest = before;
        boolean ordered = true;
        for (int i = events.from + 1; i < events.from + events.size; i++) {
            long t = events.t[i];
            ordered &= t >= before;
            earliest = Math.min(earliest, t);
            latest = Math.max(latest, t);
            before = t;
        }
        if (latest - earliest < 0) {
            throw new IllegalArgumentException(
                    "times must span less than 2^63 microseconds, were " + earliest + " to " + latest);
        }
        return new TimeSpan(earliest, latest - earliest, ordered);
    }
}

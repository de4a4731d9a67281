package org.spike4j.datasets.event;

/**
 * Slices of a fixed duration; see {@link EventSlicing#byWindow}.
 *
 * @param micros duration of a slice
 * @param fixed T, or 0 if it follows from the recording
 */
record FixedWindows(long micros, int fixed) implements EventSlicing {
    FixedWindows {
        if (micros < 1) {
            throw new IllegalArgumentException("a window must be >= 1 microsecond, was " + micros);
        }
    }

    static void requireSlices(int slices) {
        if (slices < 1) {
            throw new IllegalArgumentException("slices must be >= 1, was " + slices);
        }
    }

    @Override
    public int slices(EventStream events) {
        if (fixed > 0) {
            return fixed;
        }
        long needed = TimeSpan.of(events).micros() / micros;
        if (needed >= Integer.MAX_VALUE) {
            throw new IllegalArgumentException("windows of " + micros + " microseconds make more than " + needed
                    + " slices of this recording, at most 2147483647 are possible; use a longer window");
        }
        return (int) needed + 1;
    }

    @Override
    public void forEachRun(EventStream events, Run runs) {
        int count = slices(events);
        TimeSpan span = TimeSpan.of(events);
        Run kept = (slice, start, end) -> {
            if (slice < count) {
                runs.accept(slice, start, end);
            }
        };
        TimeRuns.forEach(events, span.ordered(), kept, t -> (int) Math.min((t - span.first()) / micros, count));
    }
}

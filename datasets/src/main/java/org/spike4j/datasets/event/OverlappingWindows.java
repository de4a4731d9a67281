package org.spike4j.datasets.event;

/**
 * Slices of a fixed duration that may overlap; see {@link EventSlicing#byOverlap}.
 *
 * @param micros duration of a slice
 * @param stride from the start of a slice to that of the next
 * @param slices T
 */
record OverlappingWindows(long micros, long stride, int slices) implements EventSlicing {
    OverlappingWindows {
        if (micros < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    "a window and its stride must be >= 1 microsecond, were " + micros + " and " + stride);
        }
        FixedWindows.requireSlices(slices);
    }

    @Override
    public int slices(EventStream events) {
        return slices;
    }

    @Override
    public void forEachRun(EventStream events, Run runs) {
        TimeSpan span = TimeSpan.of(events);
        for (int slice = 0; slice < slices; slice++) {
            int now = slice;
            // A product beyond a long lies behind every recording.
            long start = Math.multiplyHigh(slice, stride) == 0 && slice * stride >= 0 ? slice * stride : Long.MAX_VALUE;
            Run inside = (part, from, to) -> {
                if (part == 1) {
                    runs.accept(now, from, to);
                }
            };
            TimeRuns.forEach(events, span.ordered(), inside, t -> {
                long late = t - span.first() - start;
                return late < 0 ? 0 : late < micros ? 1 : 2;
            });
        }
    }
}

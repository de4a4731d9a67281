package org.spike4j.datasets.event;

/**
 * Slices of a fixed number of events that may overlap; see {@link EventSlicing#byCountOverlap}.
 *
 * @param count events of a slice
 * @param stride events from the start of a slice to that of the next
 * @param slices T
 */
record OverlappingCounts(int count, int stride, int slices) implements EventSlicing {
    OverlappingCounts {
        if (count < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    "events of a slice and its stride must be >= 1, were " + count + " and " + stride);
        }
        FixedWindows.requireSlices(slices);
    }

    @Override
    public int slices(EventStream events) {
        return slices;
    }

    @Override
    public void forEachRun(EventStream events, Run runs) {
        for (int slice = 0; slice < slices; slice++) {
            long start = (long) slice * stride;
            if (start < events.size()) {
                runs.accept(slice, (int) start, (int) Math.min(events.size(), start + count));
            }
        }
    }
}

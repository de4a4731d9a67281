package org.spike4j.datasets.event;

/** Slices of equally many events; see {@link EventSlicing#byCount}. */
record EqualCounts(int slices) implements EventSlicing {
    EqualCounts {
        FixedWindows.requireSlices(slices);
    }

    @Override
    public int slices(EventStream events) {
        return slices;
    }

    @Override
    public void forEachRun(EventStream events, Run runs) {
        long size = events.size();
        int start = 0;
        for (int slice = 0; slice < slices; slice++) {
            int end = (int) (size * (slice + 1) / slices);
            if (end > start) {
                runs.accept(slice, start, end);
            }
            start = end;
        }
    }
}

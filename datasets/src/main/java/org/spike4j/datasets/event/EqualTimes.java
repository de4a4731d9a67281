package org.spike4j.datasets.event;

/** Slices of equal duration; see {@link EventSlicing#byTime}. */
record EqualTimes(int slices) implements EventSlicing {
    EqualTimes {
        FixedWindows.requireSlices(slices);
    }

    @Override
    public int slices(EventStream events) {
        return slices;
    }

    @Override
    public void forEachRun(EventStream events, Run runs) {
        TimeSpan span = TimeSpan.of(events);
        if (span.micros() == 0) {
            if (events.size() > 0) {
                runs.accept(0, 0, events.size());
            }
            return;
        }
        // Beyond 2^63 / T microseconds (centuries) times are rounded, so that the product fits.
        int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(span.micros()) + bits(slices) - 63);
        long duration = span.micros() >> shift;
        TimeRuns.forEach(events, span.ordered(), runs, t -> {
            long slice = (t - span.first() >> shift) * slices / duration;
            return (int) Math.min(slice, slices - 1);
        });
    }

    private static int bits(int value) {
        return 32 - Integer.numberOfLeadingZeros(value);
    }
}

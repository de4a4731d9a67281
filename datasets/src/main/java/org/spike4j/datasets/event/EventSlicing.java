package org.spike4j.datasets.event;

/**
 * Cuts a recording into slices, one for each time step of a network; only {@link #byOverlap} and {@link
 * #byCountOverlap} let them overlap. Times count from the earliest event. Streams need not be in order of time, except for
 * slices by count, which go by the order of the events.
 */
public sealed interface EventSlicing
        permits EqualTimes, EqualCounts, FixedWindows, OverlappingWindows, OverlappingCounts {
    /**
     * T slices of equal duration: an event at time t lies in slice
     * min(T - 1, floor((t - first) T / (last - first))), so the last event lies in the last slice. If all times are
     * equal, all events lie in slice 0.
     *
     * @param slices T, at least 1
     * @return the slicing
     */
    static EventSlicing byTime(int slices) {
        return new EqualTimes(slices);
    }

    /**
     * T slices of equally many events, which differ by one at most: slice k has the events floor(k n / T) to
     * floor((k + 1) n / T) - 1 of n.
     *
     * @param slices T, at least 1
     * @return the slicing
     */
    static EventSlicing byCount(int slices) {
        return new EqualCounts(slices);
    }

    /**
     * Slices of one duration, as many as the recording needs: an event at time t lies in slice
     * floor((t - first) / window).
     *
     * @param micros duration of a slice, microseconds, at least 1
     * @return the slicing; T depends on the recording
     */
    static EventSlicing byWindow(long micros) {
        return new FixedWindows(micros, 0);
    }

    /**
     * T slices of one duration: a shorter recording ends in empty slices, a longer one is cut.
     *
     * @param micros duration of a slice, microseconds, at least 1
     * @param slices T, at least 1
     * @return the slicing
     */
    static EventSlicing byWindow(long micros, int slices) {
        FixedWindows.requireSlices(slices);
        return new FixedWindows(micros, slices);
    }

    /**
     * T slices of one duration that overlap if they start at shorter intervals: slice k has the events with k stride
     * {@code <=} t - first {@code <} k stride + window. A shorter recording ends in empty slices, a longer one is cut.
     *
     * @param micros duration of a slice, microseconds, at least 1
     * @param stride from the start of a slice to that of the next, microseconds, at least 1
     * @param slices T, at least 1
     * @return the slicing
     */
    static EventSlicing byOverlap(long micros, long stride, int slices) {
        return new OverlappingWindows(micros, stride, slices);
    }

    /**
     * T slices of one number of events that overlap if they start at shorter intervals: slice k has the events k stride to k
     * stride + count - 1. A shorter recording ends in slices with fewer events or none, a longer one is cut.
     *
     * @param count events of a slice, at least 1
     * @param stride events from the start of a slice to that of the next, at least 1
     * @param slices T, at least 1
     * @return the slicing
     */
    static EventSlicing byCountOverlap(int count, int stride, int slices) {
        return new OverlappingCounts(count, stride, slices);
    }

    /**
     * Number of slices.
     *
     * @param events a recording; not modified
     * @return T, at least 1
     * @throws IllegalArgumentException if the recording is too long for this slicing
     */
    int slices(EventStream events);

    /**
     * Hands out the events as runs of neighbours that lie in one slice; every event comes once, unless it is cut or
     * slices overlap.
     *
     * @param events a recording; not modified
     * @param runs takes the runs, in the order of the events, or of the slices if they overlap
     */
    void forEachRun(EventStream events, Run runs);

    /** Takes a run of events. */
    @FunctionalInterface
    interface Run {
        /**
         * Takes the events start to end - 1.
         *
         * @param slice their slice, 0 to T - 1
         * @param start first event
         * @param end one past the last event
         */
        void accept(int slice, int start, int end);
    }
}

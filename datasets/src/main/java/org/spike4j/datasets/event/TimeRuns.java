package org.spike4j.datasets.event;

import java.util.function.LongToIntFunction;

/** Groups neighbouring events of one slice into runs, by bisection where the times are in order. */
final class TimeRuns {
    private TimeRuns() {}

    /**
     * Hands out the runs.
     *
     * @param events a recording; not modified
     * @param ordered whether the times never fall
     * @param runs takes the runs
     * @param sliceOf slice of a time; must not fall where the time rises
     */
    static void forEach(EventStream events, boolean ordered, EventSlicing.Run runs, LongToIntFunction sliceOf) {
        int start = 0;
        while (start < events.size) {
            int slice = sliceOf.applyAsInt(events.t[events.from + start]);
            int end = ordered ? bisect(events, start, slice, sliceOf) : walk(events, start, slice, sliceOf);
            runs.accept(slice, start, end);
            start = end;
        }
    }

    private static int walk(EventStream events, int start, int slice, LongToIntFunction sliceOf) {
        int end = start + 1;
        while (end < events.size && sliceOf.applyAsInt(events.t[events.from + end]) == slice) {
            end++;
        }
        return end;
    }

    /** The first event after the start that lies in a later slice. */
    private static int bisect(EventStream events, int start, int slice, LongToIntFunction sliceOf) {
        int inside = start;
        int outside = events.size;
        while (outside - inside > 1) {
            int middle = (inside + outside) >>> 1;
            if (sliceOf.applyAsInt(events.t[events.from + middle]) == slice) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }
}

package org.spike4j.datasets.representation;

import org.spike4j.datasets.event.EventStream;

/**
 * Times of events in the distance of two bins, t* = (B - 1) (t - first) / (last - first); 0 if all times are equal.
 *
 * @param events in any order
 * @param first time of the earliest event
 * @param perMicro (B - 1) / (last - first), or 0
 */
record BinTimes(EventStream events, long first, double perMicro) {
    static BinTimes of(EventStream events, int bins) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < events.size(); i++) {
            first = Math.min(first, events.t(i));
            last = Math.max(last, events.t(i));
        }
        return new BinTimes(events, first, last > first ? (bins - 1.0) / (last - first) : 0);
    }

    double at(int event) {
        return (events.t(event) - first) * perMicro;
    }
}

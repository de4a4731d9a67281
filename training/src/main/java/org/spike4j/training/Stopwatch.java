package org.spike4j.training;

import java.util.function.LongSupplier;

/** Measures spans of time by a clock that is given. */
final class Stopwatch {
    private final LongSupplier nanos;
    private long last;

    Stopwatch(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** Seconds since the last lap, or since the watch was made. */
    double lap() {
        long now = nanos.getAsLong();
        double seconds = (now - last) * 1e-9;
        last = now;
        return seconds;
    }
}

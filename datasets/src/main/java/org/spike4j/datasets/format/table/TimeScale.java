package org.spike4j.datasets.format.table;

import java.util.concurrent.TimeUnit;

/**
 * Times of a column as microseconds: times up over down.
 *
 * @param up factor, at least 1
 * @param down divisor, at least 1
 */
public record TimeScale(long up, long down) {
    /** Numbers as they are. */
    public static final TimeScale ONE = new TimeScale(1, 1);

    /**
     * The scale of a unit.
     *
     * @param unit nanoseconds to seconds
     * @return what makes microseconds of it
     */
    public static TimeScale of(TimeUnit unit) {
        return new TimeScale(Math.max(1, unit.toMicros(1)), unit == TimeUnit.NANOSECONDS ? 1000 : 1);
    }
}

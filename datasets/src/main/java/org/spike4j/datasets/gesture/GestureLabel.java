package org.spike4j.datasets.gesture;

/**
 * One row of a label file: when a gesture was performed.
 *
 * @param gesture what was performed
 * @param startMicros first moment that belongs to it, microseconds
 * @param endMicros first moment that no longer belongs to it, microseconds
 */
public record GestureLabel(Gesture gesture, long startMicros, long endMicros) {
    /** Checks the times. */
    public GestureLabel {
        if (startMicros < 0 || endMicros <= startMicros) {
            throw new IllegalArgumentException("a gesture must end after it starts, at 0 us or later, was "
                    + startMicros + " to " + endMicros + " us");
        }
    }
}

package org.spike4j.datasets.sets;

/**
 * A stretch of a recording in which everything is of one class.
 *
 * @param label number of the class, from 0
 * @param startMicros first time that belongs to it, microseconds on the clock of the recording
 * @param endMicros first time that does not, later than the start
 */
public record LabelledInterval(int label, long startMicros, long endMicros) {
    /** Checks the values. */
    public LabelledInterval {
        if (label < 0) {
            throw new IllegalArgumentException("label must be >= 0, was " + label);
        }
        if (startMicros >= endMicros) {
            throw new IllegalArgumentException(
                    "an interval must end after its start " + startMicros + " us, ended at " + endMicros + " us");
        }
    }

    /**
     * All of a recording.
     *
     * @param label number of its class
     * @return an interval that contains every time
     */
    public static LabelledInterval always(int label) {
        return new LabelledInterval(label, Long.MIN_VALUE, Long.MAX_VALUE);
    }
}

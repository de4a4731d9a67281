package org.spike4j.training.recipe;

/** What a pixel of an event frame holds, n being its number of events in the step. */
public enum FrameValues {
    /** n. */
    COUNTS,
    /** 1 where n &gt; 0, else 0. */
    BINARY,
    /** ln(1 + n). */
    LOG
}

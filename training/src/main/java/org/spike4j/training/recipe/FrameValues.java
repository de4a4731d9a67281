package org.spike4j.training.recipe;

/** What becomes of n, the number of events of a pixel in a step, or what else a frame holds there, which may be below 0. */
public enum FrameValues {
    /** n. */
    COUNTS,
    /** min(n, 1), and no less than -1: for counts whether there was an event. */
    BINARY,
    /** ln(1 + n), and -ln(1 - n) below 0. */
    LOG
}

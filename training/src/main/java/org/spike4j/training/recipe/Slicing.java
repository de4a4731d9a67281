package org.spike4j.training.recipe;

/** How a recording is cut into steps. */
public enum Slicing {
    /** Steps of equal duration, from the first event to the last. */
    TIME,
    /** Steps of an equal number of events. */
    COUNT,
    /** Steps of a given duration; a short recording ends in empty steps, a long one is cut. */
    WINDOW
}

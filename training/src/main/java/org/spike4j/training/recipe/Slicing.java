package org.spike4j.training.recipe;

/** How a recording is cut into steps. */
public enum Slicing {
    /** Steps of equal duration. */
    TIME,
    /** Steps of an equal number of events. */
    COUNT
}

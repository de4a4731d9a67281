package org.spike4j.training.recipe;

/** How the learning rate changes from epoch to epoch. */
public enum ScheduleName {
    /** Not at all. */
    CONSTANT,
    /** Along half a cosine from the learning rate towards 0. */
    COSINE,
    /** Times a factor after every so many epochs. */
    STEP
}

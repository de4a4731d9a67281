package org.spike4j.training.recipe;

/** How the learning rate changes. */
public enum ScheduleName {
    /** Not at all. */
    CONSTANT,
    /** In each iteration, along half a cosine from the learning rate to 0. */
    COSINE,
    /** Times a factor after every so many epochs. */
    STEP
}

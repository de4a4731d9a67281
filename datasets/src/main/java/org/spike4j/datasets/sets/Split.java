package org.spike4j.datasets.sets;

/** What a sample is for. */
public enum Split {
    /** To learn from. */
    TRAIN,
    /** To choose a model and its settings with; taken from the training part of the data set. */
    VALIDATION,
    /** To report with, once. */
    TEST
}

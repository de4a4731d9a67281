package org.spike4j.training;

import org.spike4j.training.model.EpochRecord;

/** Hears how a training goes, in the thread that trains. */
public interface ProgressListener {

    /**
     * After every iteration.
     *
     * @param report where the training stands
     */
    default void iterationDone(IterationReport report) {}

    /**
     * After every epoch and its validation.
     *
     * @param epoch its measures
     * @param best whether it is the best so far
     */
    default void epochDone(EpochRecord epoch, boolean best) {}

    /** Once, before the best network is tested. */
    default void testStarted() {}
}

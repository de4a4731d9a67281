package org.spike4j.datasets.batch;

import org.spike4j.datasets.event.EventStream;

/**
 * Random changes of samples, a function of the epoch and the sample alone, so that it does not matter which thread
 * asks.
 */
@FunctionalInterface
public interface SampleChange {

    /**
     * The changed sample.
     *
     * @param events the sample; not modified
     * @param epoch number of the epoch, from 0
     * @param sample place of the sample in the data set
     * @return what it becomes
     */
    EventStream apply(EventStream events, int epoch, int sample);
}

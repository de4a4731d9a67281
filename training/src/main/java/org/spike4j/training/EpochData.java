package org.spike4j.training;

import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * The data of a training. Each call gives a fresh iterator at its start, which is read once, to its end, in one thread.
 * An iterator that is {@link AutoCloseable} is closed after use.
 */
public interface EpochData {

    /**
     * Training samples in the order of an epoch. The same epoch gives the same batches, in every run: order and
     * augmentation follow from the epoch alone.
     *
     * @param epoch counted from 0
     * @return batches
     */
    DataSetIterator train(int epoch);

    /**
     * Validation samples.
     *
     * @return batches; not called if there are none
     */
    DataSetIterator validation();

    /**
     * Test samples.
     *
     * @return batches
     */
    DataSetIterator test();

    /**
     * Number of training samples.
     *
     * @return at least 1
     */
    int trainSamples();

    /**
     * Number of validation samples.
     *
     * @return 0 for a training without validation
     */
    int validationSamples();

    /**
     * Number of test samples.
     *
     * @return at least 1
     */
    int testSamples();
}

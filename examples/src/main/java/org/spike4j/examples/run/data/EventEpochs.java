package org.spike4j.examples.run.data;

import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.datasets.batch.EventBatching;
import org.spike4j.datasets.batch.EventDataSetIterator;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.Split;
import org.spike4j.training.EpochData;

/**
 * Event recordings as the samples of a training.
 *
 * @param data the recordings
 * @param training how mini-batches to train on are made
 * @param testing how mini-batches to validate and test on are made
 */
record EventEpochs(EventDataSet data, EventBatching training, EventBatching testing) implements EpochData {

    @Override
    public DataSetIterator train(int epoch) {
        EventDataSetIterator batches = new EventDataSetIterator(data, Split.TRAIN, training);
        batches.setEpoch(epoch);
        return batches;
    }

    @Override
    public DataSetIterator validation() {
        return new EventDataSetIterator(data, Split.VALIDATION, testing);
    }

    @Override
    public DataSetIterator test() {
        return new EventDataSetIterator(data, Split.TEST, testing);
    }

    @Override
    public int trainSamples() {
        return data.samples(Split.TRAIN).size();
    }

    @Override
    public int validationSamples() {
        return data.samples(Split.VALIDATION).size();
    }

    @Override
    public int testSamples() {
        return data.samples(Split.TEST).size();
    }
}

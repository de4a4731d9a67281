package org.spike4j.examples.run.data;

import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.datasets.batch.TensorBatching;
import org.spike4j.datasets.batch.TensorDataSetIterator;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.sets.TensorDataSet;
import org.spike4j.training.EpochData;

/**
 * Series of frames or vectors as the samples of a training.
 *
 * @param data the series
 * @param training how mini-batches to train on are made
 * @param testing how mini-batches to validate and test on are made
 */
record TensorEpochs(TensorDataSet data, TensorBatching training, TensorBatching testing) implements EpochData {

    @Override
    public DataSetIterator train(int epoch) {
        TensorDataSetIterator batches = new TensorDataSetIterator(data, Split.TRAIN, training);
        batches.setEpoch(epoch);
        return batches;
    }

    @Override
    public DataSetIterator validation() {
        return new TensorDataSetIterator(data, Split.VALIDATION, testing);
    }

    @Override
    public DataSetIterator test() {
        return new TensorDataSetIterator(data, Split.TEST, testing);
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

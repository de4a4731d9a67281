package org.spike4j.examples.run.data;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.datasets.batch.BackgroundBatches;
import org.spike4j.datasets.sets.Split;
import org.spike4j.training.EpochData;

/**
 * The parts of a data set as the samples of a training.
 *
 * @param samples number of samples of a part
 * @param training mini-batches of the training part, shuffled and changed
 * @param testing mini-batches of a part as they are
 */
record SplitEpochs(
        ToIntFunction<Split> samples, Supplier<BackgroundBatches> training, Function<Split, DataSetIterator> testing)
        implements EpochData {

    @Override
    public DataSetIterator train(int epoch) {
        BackgroundBatches batches = training.get();
        batches.setEpoch(epoch);
        return batches;
    }

    @Override
    public DataSetIterator validation() {
        return testing.apply(Split.VALIDATION);
    }

    @Override
    public DataSetIterator test() {
        return testing.apply(Split.TEST);
    }

    @Override
    public int trainSamples() {
        return samples.applyAsInt(Split.TRAIN);
    }

    @Override
    public int validationSamples() {
        return samples.applyAsInt(Split.VALIDATION);
    }

    @Override
    public int testSamples() {
        return samples.applyAsInt(Split.TEST);
    }
}

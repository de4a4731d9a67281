package org.spike4j.examples.run.data;

import java.util.OptionalLong;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.datasets.batch.ImageDataSetIterator;
import org.spike4j.datasets.sets.Mnist;
import org.spike4j.datasets.sets.Split;
import org.spike4j.training.EpochData;

/**
 * Still images as the samples of a training.
 *
 * @param data the images
 * @param batch images of a mini-batch
 * @param seed seed of the order of the images
 */
record ImageEpochs(Mnist data, int batch, long seed) implements EpochData {

    @Override
    public DataSetIterator train(int epoch) {
        ImageDataSetIterator batches = batches(Split.TRAIN, OptionalLong.of(seed));
        batches.setEpoch(epoch);
        return batches;
    }

    @Override
    public DataSetIterator validation() {
        return batches(Split.VALIDATION, OptionalLong.empty());
    }

    @Override
    public DataSetIterator test() {
        return batches(Split.TEST, OptionalLong.empty());
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

    private ImageDataSetIterator batches(Split split, OptionalLong shuffleSeed) {
        return new ImageDataSetIterator(data.samples(split), data.classNames(), batch, shuffleSeed);
    }
}

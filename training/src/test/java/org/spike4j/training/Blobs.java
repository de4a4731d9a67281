package org.spike4j.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.training.model.SmallNetwork;

/** Three clouds of points, drawn anew in another order for each epoch; easy to tell apart. */
final class Blobs implements EpochData {
    private final int train;
    private final int batch;
    private final UnaryOperator<List<DataSet>> change;

    /** Clouds whose training batches are changed before they are handed out. */
    Blobs(int train, int batch, UnaryOperator<List<DataSet>> change) {
        this.train = train;
        this.batch = batch;
        this.change = change;
    }

    Blobs(int train, int batch) {
        this(train, batch, batches -> batches);
    }

    @Override
    public DataSetIterator train(int epoch) {
        return new ExistingDataSetIterator(
                change.apply(draw(train, 100 + epoch)).iterator());
    }

    @Override
    public DataSetIterator validation() {
        return new ExistingDataSetIterator(draw(validationSamples(), 1).iterator());
    }

    @Override
    public DataSetIterator test() {
        return new ExistingDataSetIterator(draw(testSamples(), 2).iterator());
    }

    @Override
    public int trainSamples() {
        return train;
    }

    @Override
    public int validationSamples() {
        return 20;
    }

    @Override
    public int testSamples() {
        return 33;
    }

    private List<DataSet> draw(int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DataSet> batches = new ArrayList<>();
        for (int done = 0; done < samples; done += batch) {
            int size = Math.min(batch, samples - done);
            float[][] features = new float[size][SmallNetwork.INPUTS];
            float[][] labels = new float[size][SmallNetwork.CLASSES.size()];
            for (int i = 0; i < size; i++) {
                int kind = random.nextInt(labels[i].length);
                labels[i][kind] = 1;
                for (int f = 0; f < features[i].length; f++) {
                    features[i][f] = (float) (random.nextGaussian() * 0.6 + (f % labels[i].length == kind ? 1 : 0));
                }
            }
            batches.add(new DataSet(Nd4j.create(features), Nd4j.create(labels)));
        }
        return batches;
    }
}

package org.spike4j.datasets.batch;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.datasets.sets.ImageSamples;

/**
 * Mini-batches of images as rows: features [N, height * width] from 0 to 1, labels one-hot [N, K].
 *
 * <p>The order of the samples depends on the seed and the number of the epoch. {@link #reset} goes on to the next epoch
 * if any mini-batch of this one was taken, and does nothing otherwise. A mini-batch is made when it is asked for, which
 * takes microseconds; nothing runs in the background.
 */
public final class ImageDataSetIterator implements DataSetIterator {
    private final ImageSamples samples;
    private final List<String> classNames;
    private final int batchSize;
    private final OptionalLong shuffleSeed;
    private DataSetPreProcessor preProcessor;
    private int epoch;
    private int[] order;
    private int at;

    /**
     * Mini-batches of images.
     *
     * @param samples the images
     * @param classNames names of the classes; place i belongs to label i
     * @param batchSize images of a mini-batch; the last one of an epoch can be smaller
     * @param shuffleSeed seed of the order of the images; empty = the order of the files
     */
    public ImageDataSetIterator(
            ImageSamples samples, List<String> classNames, int batchSize, OptionalLong shuffleSeed) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be >= 1, was " + batchSize);
        }
        this.samples = samples;
        this.classNames = List.copyOf(classNames);
        this.batchSize = batchSize;
        this.shuffleSeed = shuffleSeed;
        setEpoch(0);
    }

    @Override
    public boolean hasNext() {
        return at < order.length;
    }

    @Override
    public DataSet next() {
        return next(batchSize);
    }

    @Override
    public DataSet next(int num) {
        if (!hasNext()) {
            throw new NoSuchElementException("epoch " + epoch + " has no further mini-batch; call reset()");
        }
        int size = Math.min(num, order.length - at);
        int columns = samples.imageSize();
        int classes = classNames.size();
        float[] features = new float[Math.multiplyExact(size, columns)];
        float[] labels = new float[size * classes];
        for (int n = 0; n < size; n++) {
            int image = order[at + n];
            samples.copyInto(image, features, n * columns);
            labels[n * classes + samples.label(image)] = 1;
        }
        at += size;
        DataSet made = new DataSet(
                Nd4j.create(features, new long[] {size, columns}, 'c'),
                Nd4j.create(labels, new long[] {size, classes}, 'c'));
        if (preProcessor != null) {
            preProcessor.preProcess(made);
        }
        return made;
    }

    /** Goes on to the next epoch, if any mini-batch of this one was taken. */
    @Override
    public void reset() {
        if (at > 0) {
            setEpoch(epoch + 1);
        }
    }

    /**
     * Number of the epoch that mini-batches come from.
     *
     * @return epoch, from 0
     */
    public int epoch() {
        return epoch;
    }

    /**
     * Goes to the start of an epoch.
     *
     * @param number epoch, from 0
     */
    public void setEpoch(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("epoch must be >= 0, was " + number);
        }
        epoch = number;
        order = EpochOrder.of(shuffleSeed, epoch, samples.size());
        at = 0;
    }

    @Override
    public int inputColumns() {
        return samples.imageSize();
    }

    @Override
    public int totalOutcomes() {
        return classNames.size();
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    @Override
    public boolean asyncSupported() {
        return false;
    }

    @Override
    public int batch() {
        return batchSize;
    }

    @Override
    public void setPreProcessor(DataSetPreProcessor changes) {
        preProcessor = changes;
    }

    @Override
    public DataSetPreProcessor getPreProcessor() {
        return preProcessor;
    }

    @Override
    public List<String> getLabels() {
        return classNames;
    }
}

package org.spike4j.datasets.batch;

import java.util.List;
import java.util.OptionalLong;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.datasets.sets.ImageSamples;

/** Mini-batches of images as rows: features [N, height * width] from 0 to 1, labels one-hot [N, K]. */
public final class ImageDataSetIterator extends BackgroundBatches {
    private static final int AHEAD = 2;

    private final ImageSamples samples;
    private final int classes;

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
        super(samples.size(), classNames, batchSize, shuffleSeed, 1, AHEAD);
        this.samples = samples;
        this.classes = classNames.size();
        requireArray(samples.imageSize());
    }

    @Override
    public int inputColumns() {
        return samples.imageSize();
    }

    @Override
    DataSet make(int number, int[] order, int from, int to) {
        int size = to - from;
        int columns = samples.imageSize();
        float[] features = new float[size * columns];
        float[] labels = new float[size * classes];
        for (int n = 0; n < size; n++) {
            int image = order[from + n];
            samples.copyInto(image, features, n * columns);
            labels[n * classes + samples.label(image)] = 1;
        }
        return new DataSet(
                Nd4j.create(features, new long[] {size, columns}, 'c'),
                Nd4j.create(labels, new long[] {size, classes}, 'c'));
    }
}

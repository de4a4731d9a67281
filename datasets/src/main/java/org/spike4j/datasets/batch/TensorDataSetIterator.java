package org.spike4j.datasets.batch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.sets.TensorDataSet;
import org.spike4j.datasets.sets.TensorSample;
import org.spike4j.datasets.transform.mixing.TensorMixing;

/**
 * Mini-batches of series of frames or vectors, read while the network works on the ones before.
 *
 * <p>Features of frames have the shape of DL4J's 3-D convolution, [N, C, T, H, W], those of vectors its recurrent
 * shape, [N, F, T]; both are views of memory [T, N, ...] in c order, so that each time step lies in one piece. Labels
 * are one-hot, [N, K], or shares of the classes where samples are mixed. The last mini-batch of an epoch holds what is left.
 * Every sample comes exactly once per epoch.
 *
 * <p>Epochs: the order of the samples, and their random changes, depend on the seeds and the number of the epoch, never
 * on threads. {@link #reset} goes on to the next epoch if any mini-batch of this one was taken, and does nothing
 * otherwise; {@link #setEpoch} goes to any epoch, to resume a training.
 *
 * <p>Close it when it is no longer needed; {@code asyncSupported} is false since it fetches ahead by itself. For use by
 * one thread.
 */
public final class TensorDataSetIterator extends BackgroundBatches {
    private final List<TensorSample> samples;
    private final int classes;
    private final SampleShape shape;
    private final TensorBatching settings;

    /**
     * Mini-batches of a part of a data set.
     *
     * @param data the data set
     * @param split which part
     * @param settings how mini-batches are made
     * @throws IllegalArgumentException if a label has no name, or a mini-batch would be too large
     */
    public TensorDataSetIterator(TensorDataSet data, Split split, TensorBatching settings) {
        super(
                data.samples(split).size(),
                data.classNames(),
                settings.batchSize(),
                settings.shuffleSeed(),
                settings.threads(),
                settings.ahead());
        this.samples = List.copyOf(data.samples(split));
        this.classes = data.classNames().size();
        this.shape = data.shape();
        this.settings = settings;
        for (TensorSample sample : samples) {
            requireClass(sample.name(), sample.label());
        }
        requireArray(shape.size());
    }

    @Override
    public int inputColumns() {
        return Math.toIntExact(shape.size());
    }

    @Override
    DataSet make(int number, int[] order, int from, int to) throws IOException {
        int size = to - from;
        int step = shape.stepSize();
        float[] features = new float[Math.toIntExact(shape.size() * size)];
        float[] labels = new float[size * classes];
        for (int n = 0; n < size; n++) {
            int place = order[from + n];
            float[] values = mixed(number, place, labels, n * classes);
            for (int t = 0; t < shape.steps(); t++) {
                System.arraycopy(values, t * step, features, (t * size + n) * step, step);
            }
        }
        return new DataSet(batch(features, size), Nd4j.create(labels, new long[] {size, classes}, 'c'));
    }

    /** A sample, mixed with another one if it is its turn; sets its labels, from a place on. */
    private float[] mixed(int number, int sample, float[] labels, int place) throws IOException {
        float[] values = values(number, sample);
        int label = samples.get(sample).label();
        labels[place + label] = 1;
        Optional<SampleMixing.Draw> draw =
                settings.mixing().flatMap(mixing -> mixing.draw(number, sample, samples.size()));
        if (draw.isEmpty()) {
            return values;
        }
        int partner = draw.get().partner();
        TensorMixing mixing = settings.mixing().get().mixing();
        float[] own = values.clone(); // a source may hand out the same array again
        double share = mixing.mixInto(
                own,
                values(number, partner),
                shape.width(),
                shape.height(),
                draw.get().random());
        SampleMixing.weighInto(labels, place, label, samples.get(partner).label(), share);
        return own;
    }

    private float[] values(int number, int place) throws IOException {
        TensorSample sample = samples.get(place);
        float[] values = settings.changeSeed().isPresent()
                ? sample.source()
                        .readChanged(EpochOrder.random(settings.changeSeed().getAsLong(), number, place))
                : sample.source().read();
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(
                    sample.name() + " must have " + shape.size() + " numbers " + shape + ", had " + values.length);
        }
        return values;
    }

    private INDArray batch(float[] features, int size) {
        if (!shape.frames()) {
            long[] memory = {shape.steps(), size, shape.channels()};
            return Nd4j.create(features, memory, 'c').permute(1, 2, 0);
        }
        long[] memory = {shape.steps(), size, shape.channels(), shape.height(), shape.width()};
        return Nd4j.create(features, memory, 'c').permute(1, 2, 0, 3, 4);
    }
}

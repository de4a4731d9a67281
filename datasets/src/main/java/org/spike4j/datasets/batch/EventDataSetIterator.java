package org.spike4j.datasets.batch;

import java.io.IOException;
import java.util.List;
import org.nd4j.linalg.dataset.DataSet;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.EventSample;
import org.spike4j.datasets.sets.Split;

/**
 * Mini-batches of event samples, binned while the network works on the ones before.
 *
 * <p>Features have the shape of DL4J's 3-D convolution, [N, C, T, H, W], with C = 2 for counts of events, and are a
 * view of memory [T, N, C, H, W] in c order, so that each time step lies in one piece. Labels are one-hot, [N, K], or
 * shares of the classes where samples are mixed. The last mini-batch of an epoch holds what is left. Every sample comes
 * exactly once per epoch, unless {@link EventBatching#withBalancedClasses} draws them.
 *
 * <p>Epochs: the order of the samples, and their random changes, depend on the seeds and the number of the epoch, never
 * on threads. {@link #reset} goes on to the next epoch if any mini-batch of this one was taken, and does nothing
 * otherwise; {@link #setEpoch} and {@link #setPosition} go to any place, to resume a training.
 *
 * <p>Close it when it is no longer needed; {@code asyncSupported} is false since it fetches ahead by itself. For use by
 * one thread.
 */
public final class EventDataSetIterator extends BackgroundBatches {
    private final EventBatching settings;
    private final int[] labels;
    private final EventBatch batch;
    private final int slices;

    /**
     * Mini-batches of a part of a data set.
     *
     * @param data the data set
     * @param split which part
     * @param settings how mini-batches are made
     */
    public EventDataSetIterator(EventDataSet data, Split split, EventBatching settings) {
        this(data.samples(split), data.classNames(), settings);
    }

    /**
     * Mini-batches of any samples.
     *
     * @param samples the samples, of one sensor; not modified
     * @param classNames names of the classes; place i belongs to label i
     * @param settings how mini-batches are made
     * @throws IllegalArgumentException if a label has no name, or a mini-batch would be too large
     */
    public EventDataSetIterator(List<EventSample> samples, List<String> classNames, EventBatching settings) {
        super(
                samples.size(),
                classNames,
                settings.batchSize(),
                settings.shuffleSeed(),
                settings.threads(),
                settings.ahead());
        this.settings = settings;
        for (EventSample sample : samples) {
            requireClass(sample.name(), sample.label());
        }
        this.labels = samples.stream().mapToInt(EventSample::label).toArray();
        this.slices = settings.binning().slices(EventStream.builder(1, 1).build());
        requireArray((long) slices * settings.binning().frameSize());
        this.batch = new EventBatch(List.copyOf(samples), classNames.size(), slices, settings);
    }

    @Override
    int[] order(int number) {
        return settings.balanced()
                ? EpochOrder.balanced(settings.shuffleSeed().getAsLong(), number, labels)
                : super.order(number);
    }

    @Override
    DataSet make(int number, int[] order, int from, int to) throws IOException {
        return batch.make(number, order, from, to);
    }

    @Override
    public int inputColumns() {
        return slices * settings.binning().frameSize();
    }
}

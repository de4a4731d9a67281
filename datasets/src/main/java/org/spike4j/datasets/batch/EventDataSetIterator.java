package org.spike4j.datasets.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
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
 * exactly once per epoch.
 *
 * <p>Epochs: the order of the samples, and their random changes, depend on the seeds and the number of the epoch, never
 * on threads. {@link #reset} goes on to the next epoch if any mini-batch of this one was taken, and does nothing
 * otherwise; {@link #setEpoch} goes to any epoch, to resume a training.
 *
 * <p>Close it when it is no longer needed; {@code asyncSupported} is false since it fetches ahead by itself. For use by
 * one thread.
 */
public final class EventDataSetIterator implements DataSetIterator, Closeable {
    private final List<EventSample> samples;
    private final List<String> classNames;
    private final EventBatching settings;
    private final EventBatch batch;
    private final Prefetch<DataSet> prefetch;
    private final int slices;
    private DataSetPreProcessor preProcessor;
    private int epoch;
    private int taken;
    private boolean started;
    private boolean closed;

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
        this.samples = List.copyOf(samples);
        this.classNames = List.copyOf(classNames);
        this.settings = settings;
        for (EventSample sample : samples) {
            if (sample.label() >= classNames.size()) {
                throw new IllegalArgumentException("label of " + sample.name() + " must be below the "
                        + classNames.size() + " classes, was " + sample.label());
            }
        }
        this.slices = settings.binning().slices(EventStream.builder(1, 1).build());
        requireArray();
        this.batch = new EventBatch(this.samples, this.classNames.size(), slices, settings);
        this.prefetch = new Prefetch<>("spike4j-batches", settings.threads(), settings.ahead());
    }

    @Override
    public boolean hasNext() {
        return taken < batches();
    }

    /**
     * Waits for the next mini-batch.
     *
     * @return features [N, 2, T, H, W], labels [N, K]
     * @throws NoSuchElementException at the end of the epoch
     * @throws UncheckedIOException if a sample could not be read; the cause names the file
     * @throws IllegalStateException if the thread was interrupted, or the iterator is closed
     */
    @Override
    public DataSet next() {
        if (closed) {
            throw new IllegalStateException("the iterator is closed");
        }
        if (!hasNext()) {
            throw new NoSuchElementException("epoch " + epoch + " has no further mini-batch; call reset()");
        }
        start();
        DataSet made = take();
        taken++;
        if (preProcessor != null) {
            preProcessor.preProcess(made);
        }
        return made;
    }

    /**
     * The next mini-batch, if it has the usual size.
     *
     * @param num must be the batch size
     * @return the next mini-batch, smaller at the end of the epoch
     */
    @Override
    public DataSet next(int num) {
        if (num != settings.batchSize()) {
            throw new UnsupportedOperationException("mini-batches are made ahead with " + settings.batchSize()
                    + " samples, " + num + " were asked for; set the batch size when making the iterator");
        }
        return next();
    }

    /** Goes on to the next epoch, if any mini-batch of this one was taken. */
    @Override
    public void reset() {
        if (taken > 0) {
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
        prefetch.drop();
        epoch = number;
        taken = 0;
        started = false;
    }

    /**
     * Samples of an epoch.
     *
     * @return number of samples
     */
    public int samples() {
        return samples.size();
    }

    /**
     * Mini-batches of an epoch.
     *
     * @return number of mini-batches
     */
    public int batches() {
        return (samples.size() + settings.batchSize() - 1) / settings.batchSize();
    }

    /** Ends the threads in the background; nothing can be taken afterwards. */
    @Override
    public void close() {
        closed = true;
        prefetch.close();
    }

    @Override
    public int inputColumns() {
        return slices * settings.binning().frameSize();
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
        return settings.batchSize();
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

    private void start() {
        if (!started) {
            int[] order = EpochOrder.of(settings.shuffleSeed(), epoch, samples.size());
            int size = settings.batchSize();
            int now = epoch;
            prefetch.start(
                    batches(), k -> batch.make(now, order, k * size, (int) Math.min((k + 1L) * size, order.length)));
            started = true;
        }
    }

    private DataSet take() {
        try {
            return prefetch.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a mini-batch", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw new UncheckedIOException("cannot read a sample: " + io.getMessage(), io);
            }
            throw new IllegalStateException("cannot make mini-batch " + taken + " of epoch " + epoch, cause);
        }
    }

    private void requireArray() {
        long numbers = (long) slices * settings.batchSize() * settings.binning().frameSize();
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a mini-batch must have at most 2^31 - 9 numbers, had " + numbers
                    + "; use smaller frames, fewer slices or a smaller batch size");
        }
    }
}

package org.spike4j.datasets.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * Mini-batches that are made in the background while the network works on the ones before; each kind of sample says how
 * one is made.
 *
 * <p>Every sample comes exactly once per epoch; the last mini-batch of an epoch holds what is left. The order of the
 * samples, and their random changes, depend on the seeds and the number of the epoch, never on threads. {@link #reset}
 * goes on to the next epoch if any mini-batch of this one was taken, and does nothing otherwise; {@link #setEpoch} and
 * {@link #setPosition} go to any place, to resume a training.
 *
 * <p>Close it when it is no longer needed; {@code asyncSupported} is false since it fetches ahead by itself. For use by
 * one thread.
 */
public abstract sealed class BackgroundBatches implements DataSetIterator, Closeable
        permits EventDataSetIterator, ImageDataSetIterator, TensorDataSetIterator {
    private final int samples;
    private final List<String> classNames;
    private final int batchSize;
    private final OptionalLong shuffleSeed;
    private final Prefetch<DataSet> prefetch;
    private DataSetPreProcessor preProcessor;
    private int epoch;
    private int taken;
    private boolean started;
    private boolean closed;

    /**
     * Batches of an epoch.
     *
     * @param samples number of samples
     * @param classNames names of the classes
     * @param batchSize samples of a mini-batch
     * @param shuffleSeed seed of the orders; empty = the order of the data set
     * @param threads threads in the background
     * @param ahead mini-batches that are ready or in the making at most
     */
    BackgroundBatches(
            int samples, List<String> classNames, int batchSize, OptionalLong shuffleSeed, int threads, int ahead) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be >= 1, was " + batchSize);
        }
        this.samples = samples;
        this.classNames = List.copyOf(classNames);
        this.batchSize = batchSize;
        this.shuffleSeed = shuffleSeed;
        this.prefetch = new Prefetch<>("spike4j-batches", threads, ahead);
    }

    /**
     * Makes the mini-batch of the samples order[from] to order[to - 1]; called by several threads at once.
     *
     * @throws IOException if a sample cannot be read
     */
    abstract DataSet make(int number, int[] order, int from, int to) throws IOException;

    /** The samples of an epoch in their order, as many as there are. */
    int[] order(int number) {
        return EpochOrder.of(shuffleSeed, number, samples);
    }

    @Override
    public boolean hasNext() {
        return taken < batches();
    }

    /**
     * Waits for the next mini-batch.
     *
     * @return features in the shape that the class names, labels [N, K]
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
        if (num != batchSize) {
            throw new UnsupportedOperationException("mini-batches are made ahead with " + batchSize + " samples, " + num
                    + " were asked for; set the batch size when making the iterator");
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
        setPosition(number, 0);
    }

    /**
     * Place in the epoch.
     *
     * @return mini-batches taken of this epoch
     */
    public int position() {
        return taken;
    }

    /**
     * Goes to a place in an epoch; what follows is what would have followed there.
     *
     * @param number epoch, from 0
     * @param batch mini-batches of it that were taken, 0 to {@link #batches}
     */
    public void setPosition(int number, int batch) {
        if (number < 0 || batch < 0 || batch > batches()) {
            throw new IllegalArgumentException(
                    "epoch must be >= 0 and the place in it 0 to " + batches() + ", were " + number + " and " + batch);
        }
        prefetch.drop();
        epoch = number;
        taken = batch;
        started = false;
    }

    /**
     * Samples of an epoch.
     *
     * @return number of samples
     */
    public int samples() {
        return samples;
    }

    /**
     * Mini-batches of an epoch.
     *
     * @return number of mini-batches
     */
    public int batches() {
        return (samples + batchSize - 1) / batchSize;
    }

    /** Ends the threads in the background; nothing can be taken afterwards. */
    @Override
    public void close() {
        closed = true;
        prefetch.close();
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

    private void start() {
        if (!started) {
            int[] order = order(epoch);
            int size = batchSize;
            int now = epoch;
            int first = taken;
            prefetch.start(batches() - first, k -> {
                int from = (first + k) * size;
                return make(now, order, from, (int) Math.min((long) from + size, order.length));
            });
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

    /** Refuses a sample whose label has no name. */
    final void requireClass(String sample, int label) {
        if (label >= classNames.size()) {
            throw new IllegalArgumentException(
                    "label of " + sample + " must be below the " + classNames.size() + " classes, was " + label);
        }
    }

    /** Refuses mini-batches that do not fit an array. */
    final void requireArray(long numbersOfSample) {
        long numbers = numbersOfSample * batchSize;
        if (numbers > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a mini-batch must have at most 2^31 - 9 numbers, had " + numbers
                    + "; use smaller frames, fewer time steps or a smaller batch size");
        }
    }
}

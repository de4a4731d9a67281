package org.spike4j.training.step;

import java.util.stream.StreamSupport;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * How a mini-batch is cut for the computation of its gradient. It is cut into micro-batches, which are computed one after the
 * other, to save memory; each of them is cut into as many parts as there are replicas, which are computed at the same time.
 * The gradients are added up and the updater steps once, so the update is that of the whole mini-batch.
 *
 * <p>Replicas help where one pass leaves cores idle: layers too small to be shared between threads, many cores. A replica
 * costs one more gradient vector; its activations are those of its part, and parameters and updater state are shared. They
 * need samples to share: with one sample a part, a mini-batch of 8 has work for 8.
 *
 * @param replicas copies of the network that share its parameters; at least 1
 * @param microBatches at least 1
 * @param partStatistics whether a batch normalisation may take its statistics over a micro-batch in place of the mini-batch,
 *     which changes the training; replicas never do
 * @param truncation how sequences are cut into windows of time, which changes the training; for one replica and no
 *     micro-batches
 */
public record BatchSplit(int replicas, int microBatches, boolean partStatistics, Truncation truncation) {

    /** Every mini-batch at once, by the network itself. */
    public static final BatchSplit NONE = new BatchSplit(1, 1, false, Truncation.NONE);

    /** Checks the numbers. */
    public BatchSplit {
        requirePositive("replicas", replicas);
        requirePositive("microBatches", microBatches);
        if (!truncation.isNone() && (replicas > 1 || microBatches > 1)) {
            throw new IllegalArgumentException("truncation works with one replica and no micro-batches, not with "
                    + replicas + " replicas and " + microBatches + " micro-batches; leave one of them out");
        }
    }

    /**
     * This split with another number of replicas.
     *
     * @param count at least 1
     * @return a copy
     */
    public BatchSplit withReplicas(int count) {
        return new BatchSplit(count, microBatches, partStatistics, truncation);
    }

    /**
     * This split with another number of micro-batches; a network with batch normalisation is refused.
     *
     * @param count at least 1
     * @return a copy
     */
    public BatchSplit withMicroBatches(int count) {
        return new BatchSplit(replicas, count, partStatistics, truncation);
    }

    /**
     * This split, for networks with batch normalisation too, whose statistics are then those of a micro-batch.
     *
     * @return a copy
     */
    public BatchSplit withPartStatistics() {
        return new BatchSplit(replicas, microBatches, true, truncation);
    }

    /**
     * This split with sequences cut into windows of time.
     *
     * @param newTruncation the windows
     * @return a copy
     */
    public BatchSplit withTruncation(Truncation newTruncation) {
        return new BatchSplit(replicas, microBatches, partStatistics, newTruncation);
    }

    /**
     * The mini-batches cut into their micro-batches, for a pass that only predicts and is to fit the same memory.
     *
     * @param batches read as far as the result is
     * @return micro-batches, views of the mini-batches
     */
    public DataSetIterator microBatchesOf(DataSetIterator batches) {
        if (microBatches == 1) {
            return batches;
        }
        Iterable<DataSet> whole = () -> batches;
        return new ExistingDataSetIterator(StreamSupport.stream(whole.spliterator(), false)
                .flatMap(batch -> BatchParts.of(batch, microBatches).stream())
                .iterator());
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, was " + value);
        }
    }
}

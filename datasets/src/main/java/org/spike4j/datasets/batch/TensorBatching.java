package org.spike4j.datasets.batch;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.spike4j.datasets.transform.mixing.TensorMixing;

/**
 * How mini-batches are made of series of frames or vectors. Start from {@link #of} and change what is needed.
 *
 * @param batchSize samples of a mini-batch; the last one of an epoch can be smaller
 * @param shuffleSeed seed of the order of the samples; empty = the order of the data set
 * @param changeSeed seed of the random changes that the samples know; empty = none
 * @param mixing mixing of samples and labels, behind their changes; empty = none
 * @param threads threads that make mini-batches in the background, at least 1
 * @param ahead mini-batches that are ready or in the making at most, at least 1
 */
public record TensorBatching(
        int batchSize,
        OptionalLong shuffleSeed,
        OptionalLong changeSeed,
        Optional<SampleMixing<TensorMixing>> mixing,
        int threads,
        int ahead) {

    /** Checks the values. */
    public TensorBatching {
        Objects.requireNonNull(shuffleSeed, "shuffleSeed");
        Objects.requireNonNull(changeSeed, "changeSeed");
        Objects.requireNonNull(mixing, "mixing");
        requirePositive(batchSize, "batchSize");
        requirePositive(threads, "threads");
        requirePositive(ahead, "ahead");
    }

    /**
     * The samples as they are, in the order of the data set, one thread, two mini-batches ahead.
     *
     * @param batchSize samples of a mini-batch
     * @return the settings to start from
     */
    public static TensorBatching of(int batchSize) {
        return new TensorBatching(batchSize, OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), 1, 2);
    }

    /**
     * With another order in each epoch.
     *
     * @param seed seed of the orders
     * @return changed settings
     */
    public TensorBatching withShuffle(long seed) {
        return new TensorBatching(batchSize, OptionalLong.of(seed), changeSeed, mixing, threads, ahead);
    }

    /**
     * With the random changes that the samples know.
     *
     * @param seed seed of the changes
     * @return changed settings
     */
    public TensorBatching withChanges(long seed) {
        return new TensorBatching(batchSize, shuffleSeed, OptionalLong.of(seed), mixing, threads, ahead);
    }

    /**
     * With mixed samples and labels.
     *
     * @param how which samples are mixed, and how
     * @return changed settings
     */
    public TensorBatching withMixing(SampleMixing<TensorMixing> how) {
        return new TensorBatching(batchSize, shuffleSeed, changeSeed, Optional.of(how), threads, ahead);
    }

    /**
     * With other resources for the work in the background; the mini-batches do not depend on them.
     *
     * @param count threads
     * @param batches mini-batches that are ready or in the making at most
     * @return changed settings
     */
    public TensorBatching withBackground(int count, int batches) {
        return new TensorBatching(batchSize, shuffleSeed, changeSeed, mixing, count, batches);
    }

    private static void requirePositive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, was " + value);
        }
    }
}

package org.spike4j.datasets.batch;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.transform.mixing.EventMixing;

/**
 * How mini-batches are made of event samples. Start from {@link #of} and change what is needed.
 *
 * @param batchSize samples of a mini-batch; the last one of an epoch can be smaller
 * @param binning how events become frames, a FrameBinning for instance; its number of slices must not depend on the
 *     sample
 * @param transform what becomes of the counts
 * @param shuffleSeed seed of the order of the samples; empty = the order of the data set
 * @param balanced whether an epoch has equally many samples of each class, see {@link #withBalancedClasses}; needs a seed
 * @param augmentation random changes of the samples; empty = none
 * @param mixing mixing of samples and labels; empty = none
 * @param threads threads that make mini-batches in the background, at least 1
 * @param ahead mini-batches that are ready or in the making at most, at least 1
 */
public record EventBatching(
        int batchSize,
        EventFrames binning,
        CountTransform transform,
        OptionalLong shuffleSeed,
        boolean balanced,
        Optional<SampleChange> augmentation,
        Optional<SampleMixing<EventMixing>> mixing,
        int threads,
        int ahead) {

    /** Checks the values. */
    public EventBatching {
        Objects.requireNonNull(binning, "binning");
        Objects.requireNonNull(transform, "transform");
        Objects.requireNonNull(shuffleSeed, "shuffleSeed");
        Objects.requireNonNull(augmentation, "augmentation");
        Objects.requireNonNull(mixing, "mixing");
        if (balanced && shuffleSeed.isEmpty()) {
            throw new IllegalArgumentException("balanced classes are drawn, so shuffleSeed must be set; it was empty");
        }
        requirePositive(batchSize, "batchSize");
        requirePositive(threads, "threads");
        requirePositive(ahead, "ahead");
    }

    /**
     * Plain counts in the order of the data set, one thread, two mini-batches ahead.
     *
     * @param batchSize samples of a mini-batch
     * @param binning how events become frames
     * @return the settings to start from
     */
    public static EventBatching of(int batchSize, EventFrames binning) {
        return new EventBatching(
                batchSize,
                binning,
                CountTransform.COUNTS,
                OptionalLong.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                1,
                2);
    }

    /**
     * With changed counts.
     *
     * @param change what becomes of the counts
     * @return changed settings
     */
    public EventBatching withTransform(CountTransform change) {
        return new EventBatching(
                batchSize, binning, change, shuffleSeed, balanced, augmentation, mixing, threads, ahead);
    }

    /**
     * With another order in each epoch.
     *
     * @param seed seed of the orders
     * @return changed settings
     */
    public EventBatching withShuffle(long seed) {
        return new EventBatching(
                batchSize, binning, transform, OptionalLong.of(seed), balanced, augmentation, mixing, threads, ahead);
    }

    /**
     * With equally many samples of each class in an epoch, give or take one, drawn anew for each epoch: an epoch of n samples in
     * K classes has n / K of each. Classes that have more leave some out, those that have fewer show some again, with the same
     * random changes.
     *
     * @param seed seed of the draws and orders
     * @return changed settings
     */
    public EventBatching withBalancedClasses(long seed) {
        return new EventBatching(
                batchSize, binning, transform, OptionalLong.of(seed), true, augmentation, mixing, threads, ahead);
    }

    /**
     * With random changes of the samples.
     *
     * @param changes which changes
     * @return changed settings
     */
    public EventBatching withAugmentation(SampleChange changes) {
        return new EventBatching(
                batchSize, binning, transform, shuffleSeed, balanced, Optional.of(changes), mixing, threads, ahead);
    }

    /**
     * With mixed samples and labels.
     *
     * @param how which samples are mixed, and how
     * @return changed settings
     */
    public EventBatching withMixing(SampleMixing<EventMixing> how) {
        return new EventBatching(
                batchSize, binning, transform, shuffleSeed, balanced, augmentation, Optional.of(how), threads, ahead);
    }

    /**
     * With other resources for the work in the background; the mini-batches do not depend on them.
     *
     * @param count threads
     * @param batches mini-batches that are ready or in the making at most
     * @return changed settings
     */
    public EventBatching withBackground(int count, int batches) {
        return new EventBatching(
                batchSize, binning, transform, shuffleSeed, balanced, augmentation, mixing, count, batches);
    }

    private static void requirePositive(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, was " + value);
        }
    }
}

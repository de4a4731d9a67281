package org.spike4j.datasets.sets;

/**
 * How a data set is opened. Start from {@link #defaults}.
 *
 * @param validationShare share of each class of the training part that is held out, 0 to less than 1
 * @param seed seed of what is held out, and of random divisions
 * @param cacheBytes bytes of events to keep in memory at most
 */
public record SetOptions(double validationShare, long seed, long cacheBytes) {
    /** Checks the values. */
    public SetOptions {
        if (!(validationShare >= 0 && validationShare < 1)) {
            throw new IllegalArgumentException(
                    "validation share must be 0 or more and below 1, was " + validationShare);
        }
        if (cacheBytes < 0) {
            throw new IllegalArgumentException("cache must hold 0 or more bytes, was " + cacheBytes);
        }
    }

    /**
     * Nothing held out, seed 0, at most half of the heap full of events.
     *
     * @return the options to start from
     */
    public static SetOptions defaults() {
        return new SetOptions(0, 0, SampleCache.defaultBytes());
    }

    /**
     * With samples held out for validation.
     *
     * @param share share of each class of the training part, 0 to less than 1
     * @return changed options
     */
    public SetOptions withValidation(double share) {
        return new SetOptions(share, seed, cacheBytes);
    }

    /**
     * With another seed.
     *
     * @param number seed of what is held out, and of random divisions
     * @return changed options
     */
    public SetOptions withSeed(long number) {
        return new SetOptions(validationShare, number, cacheBytes);
    }

    /**
     * With another bound on memory.
     *
     * @param bytes bytes of events to keep at most
     * @return changed options
     */
    public SetOptions withCacheBytes(long bytes) {
        return new SetOptions(validationShare, seed, bytes);
    }
}

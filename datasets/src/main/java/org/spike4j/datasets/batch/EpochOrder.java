package org.spike4j.datasets.batch;

import java.util.OptionalLong;
import java.util.SplittableRandom;

/** The order of the samples in an epoch; a function of seed and epoch alone. */
final class EpochOrder {
    private EpochOrder() {}

    /**
     * A permutation of 0 to count - 1.
     *
     * @param seed of the shuffling; empty = no shuffling
     */
    static int[] of(OptionalLong seed, int epoch, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        if (seed.isPresent()) {
            shuffle(order, random(seed.getAsLong(), epoch, -1));
        }
        return order;
    }

    /** A generator of its own for a sample in an epoch, so that it does not matter who asks first. */
    static SplittableRandom random(long seed, int epoch, int sample) {
        long first = new SplittableRandom(seed ^ epoch * 0x9E3779B97F4A7C15L).nextLong();
        return new SplittableRandom(first ^ sample * 0xD1342543DE82EF95L);
    }

    /** Fisher and Yates. */
    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}

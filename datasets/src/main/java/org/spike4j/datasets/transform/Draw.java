package org.spike4j.datasets.transform;

import java.util.SplittableRandom;

/** Random numbers of the transforms and the checks of their ranges. */
final class Draw {
    private Draw() {}

    static void requireShare(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be 0 to 1, was " + value);
        }
    }

    /** Both ends are shares and in order. */
    static void requireShares(double least, double most, String name) {
        if (!(least >= 0 && least <= most && most <= 1)) {
            throw new IllegalArgumentException(name + " must be a range within 0 to 1, was " + least + " to " + most
                    + "; the smaller end is first");
        }
    }

    static void requireAtLeast(long value, long least, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be >= " + least + ", was " + value);
        }
    }

    static void requireNotNegative(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be >= 0 and finite, was " + value);
        }
    }

    /** Takes one number whatever the probability, so that later draws do not depend on it. */
    static boolean happens(SplittableRandom random, double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform in least to most; the one number of a range without width. */
    static double between(SplittableRandom random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }
}

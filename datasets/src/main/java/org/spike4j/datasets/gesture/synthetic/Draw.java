package org.spike4j.datasets.gesture.synthetic;

import java.util.SplittableRandom;

/** Random draws of the scene. */
final class Draw {
    private Draw() {}

    /** Uniform between two values. */
    static double between(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A generator of its own for each key, whatever was drawn before: order and threads do not matter. */
    static SplittableRandom keyed(long seed, long... keys) {
        long state = seed;
        for (long key : keys) {
            state = new SplittableRandom(state ^ (key * 0x9E3779B97F4A7C15L)).nextLong();
        }
        return new SplittableRandom(state);
    }
}

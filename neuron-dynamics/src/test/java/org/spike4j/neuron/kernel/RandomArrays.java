package org.spike4j.neuron.kernel;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Arrays of seeded random numbers. */
public final class RandomArrays {
    private RandomArrays() {}

    /** Standard normal numbers. */
    public static double[] normal(SplittableRandom random, int length) {
        return IntStream.range(0, length)
                .mapToDouble(k ->
                        Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble()))
                .toArray();
    }

    /** Uniform numbers. */
    public static double[] uniform(SplittableRandom random, int length, double from, double to) {
        return random.doubles(length, from, to).toArray();
    }

    /** Numbers that floats hold exactly. */
    static double[] rounded(double[] values) {
        return java.util.Arrays.stream(values).map(v -> (float) v).toArray();
    }

    static double largest(double[] values) {
        return java.util.Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}

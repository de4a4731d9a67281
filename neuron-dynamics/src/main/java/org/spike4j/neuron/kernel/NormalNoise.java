package org.spike4j.neuron.kernel;

/**
 * Standard normal numbers that depend on a seed, a step and a neuron alone, so that threads, tiles and the order of passes do
 * not matter: a mixed counter (SplitMix64) gives two uniform numbers, and those by Box and Muller a normal one.
 */
final class NormalNoise {
    private static final double UNIT = 0x1p-53;

    private NormalNoise() {}

    static double at(long seed, int step, long neuron) {
        long counter = mixed(mixed(seed + step * 0x9E3779B97F4A7C15L) + neuron * 0xD1342543DE82EF95L);
        double u = ((counter >>> 11) + 1) * UNIT; // never 0
        double w = (mixed(counter + 0x9E3779B97F4A7C15L) >>> 11) * UNIT;
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * w);
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

package org.spike4j.neuron.patch;

/**
 * Arrays for vector kernels whose element {@link #START} lies at the start of a cache line, in practice. The default
 * collector puts arrays of at least half a region at the start of a region and never moves them; the first element comes 16
 * bytes later. Where that does not hold, vectors straddle cache lines and the kernels are slower, by up to half.
 */
public final class AlignedFloats {
    /** Index from where the array is to be used. */
    public static final int START = 12;

    private static final int LEAST = 1 << 19; // 2 MiB: half a region of a heap of up to 8 GiB

    private AlignedFloats() {}

    /** An array with room for so many floats from {@link #START} on. */
    static float[] of(int floats) {
        return new float[Math.max(LEAST, Math.addExact(START, floats))];
    }

    /** The array itself if it has room for so many floats, else a larger one; the content is lost. */
    public static float[] atLeast(float[] array, int floats) {
        return array.length >= START + floats ? array : of(floats);
    }
}

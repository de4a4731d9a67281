package org.spike4j.datasets.encoding;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns values that do not change into sequences of T steps. Immutable, safe for use by several threads at once. */
public interface Encoder {

    /**
     * Steps of a sequence.
     *
     * @return T
     */
    int steps();

    /**
     * Neurons that one value is told to.
     *
     * @return m, 1 unless this is a population code
     */
    default int unitsPerValue() {
        return 1;
    }

    /**
     * Encodes values.
     *
     * @param values n values; not modified
     * @param seed of the random numbers, of an encoder that takes any
     * @param spikes receives T slabs of n m entries, those of value k at k m to k m + m - 1 of a slab; all zero before
     * @throws IllegalArgumentException if a value is not finite, or outside of what the encoder takes
     */
    void encode(double[] values, long seed, float[] spikes);

    /**
     * Encodes a mini-batch.
     *
     * @param values features [N, F] or images [N, C, H, W]; not modified
     * @param seed of the random numbers, of an encoder that takes any
     * @return floats, [N, F m, T] or [N, C m, T, H, W], time-major in memory
     * @throws IllegalArgumentException if the shape is another, or a value cannot be encoded
     */
    default INDArray encode(INDArray values, long seed) {
        return EncodedBatch.of(this, values, seed);
    }
}

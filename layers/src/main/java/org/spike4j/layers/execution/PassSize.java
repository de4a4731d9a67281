package org.spike4j.layers.execution;

import org.nd4j.linalg.api.buffer.DataType;

/**
 * Size of a training pass.
 *
 * @param steps T
 * @param samples N, those of one replica and micro-batch
 * @param type of the activations
 */
public record PassSize(long steps, long samples, DataType type) {

    /** Checks that there is something to do. */
    public PassSize {
        if (steps < 1 || samples < 1) {
            throw new IllegalArgumentException("steps and samples must be >= 1, were T=" + steps + ", N=" + samples);
        }
    }

    /**
     * Memory of activations with time folded into the rows.
     *
     * @param units values of a sample at a step
     * @return bytes of [T*N, units]
     */
    public long rows(long units) {
        return steps * samples(units);
    }

    /**
     * Memory of activations of one step, or of a static input.
     *
     * @param units values of a sample
     * @return bytes of [N, units]
     */
    public long samples(long units) {
        return samples * units * type.width();
    }
}

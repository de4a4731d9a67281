package org.spike4j.neuron.patch;

import org.spike4j.neuron.kernel.SpikeKernels;

/** Arithmetic on rows of floats of any width, wherever they begin. Unchecked. */
interface RowArithmetic {

    /** On vectors where this JVM has them, else in plain Java. */
    static RowArithmetic fastest() {
        return SpikeKernels.usesVectors() ? new VectorRowArithmetic() : new PlainRowArithmetic();
    }

    /** sum += factor row. */
    void addScaled(float[] sum, int at, float[] row, int rowAt, int width, float factor);

    /** best = max(best, row). */
    void max(float[] best, int at, float[] row, int rowAt, int width);

    /** row *= factor. */
    void scale(float[] row, int at, int width, float factor);
}

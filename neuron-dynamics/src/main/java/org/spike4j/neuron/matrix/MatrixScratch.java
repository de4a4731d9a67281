package org.spike4j.neuron.matrix;

import org.spike4j.neuron.patch.AlignedFloats;

/** Memory of one thread for tiles. */
final class MatrixScratch {
    private static final ThreadLocal<MatrixScratch> LOCAL = ThreadLocal.withInitial(MatrixScratch::new);

    private float[] left = new float[0];
    private float[] right = new float[0];
    private float[] product = new float[0];
    private float[] line = new float[0];

    private MatrixScratch() {}

    static MatrixScratch ofThread() {
        return LOCAL.get();
    }

    /** Room for so many floats of a left factor, from {@link AlignedFloats#START} on. */
    float[] left(int floats) {
        left = AlignedFloats.atLeast(left, floats);
        return left;
    }

    /** Room for so many floats of a right factor. */
    float[] right(int floats) {
        right = AlignedFloats.atLeast(right, floats);
        return right;
    }

    /** Room for so many floats of a product. */
    float[] product(int floats) {
        product = AlignedFloats.atLeast(product, floats);
        return product;
    }

    /** Room for a line that is to be turned. */
    float[] line(int floats) {
        if (line.length < floats) {
            line = new float[floats];
        }
        return line;
    }
}

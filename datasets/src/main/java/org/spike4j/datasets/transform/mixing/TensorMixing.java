package org.spike4j.datasets.transform.mixing;

import java.util.SplittableRandom;

/**
 * Makes one series of frames, or of vectors, of two. Immutable, safe for use by several threads at once, each with a generator
 * of its own.
 */
@FunctionalInterface
public interface TensorMixing {

    /**
     * Mixes a series into another.
     *
     * @param first a series, planes of height x width after each other in any number, as of steps and channels; becomes the
     *     mixed one
     * @param second another one of the same shape; not modified
     * @param width columns of a plane; 1 for vectors
     * @param height rows of a plane; 1 for vectors
     * @param random source of all random numbers
     * @return weight of the first one's label, 0 to 1
     * @throws IllegalArgumentException if the shapes do not fit
     */
    double mixInto(float[] first, float[] second, int width, int height, SplittableRandom random);
}

package org.spike4j.datasets.format.pickle;

import java.util.List;

/**
 * A numpy array of numbers.
 *
 * @param shape its sides
 * @param values its numbers in c order; taken over, must not be changed afterwards
 */
public record NumpyArray(List<Integer> shape, double[] values) {
    /** Copies the shape. */
    public NumpyArray {
        shape = List.copyOf(shape);
    }
}

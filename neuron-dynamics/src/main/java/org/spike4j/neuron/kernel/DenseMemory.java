package org.spike4j.neuron.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whether a tensor's elements fill its memory without gaps, in whatever order of its axes. */
final class DenseMemory {
    private DenseMemory() {}

    static boolean isDense(INDArray array) {
        long[] shape = array.shape();
        long[] stride = array.stride();
        int[] axes = IntStream.range(0, shape.length)
                .filter(axis -> shape[axis] > 1)
                .boxed()
                .sorted(Comparator.comparingLong(axis -> stride[axis]))
                .mapToInt(Integer::intValue)
                .toArray();
        long expected = 1;
        for (int axis : axes) {
            if (stride[axis] != expected) {
                return false;
            }
            expected *= shape[axis];
        }
        return Arrays.stream(shape).allMatch(size -> size > 0);
    }
}

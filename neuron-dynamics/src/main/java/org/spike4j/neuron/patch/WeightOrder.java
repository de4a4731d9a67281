package org.spike4j.neuron.patch;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.OffHeap;

/** Carries weights between a layer's tensor, in which those of one output lie side by side, and the order of the kernels. */
final class WeightOrder {
    private static final int GROUP = 16; // a cache line of floats, and a part of a block

    private final INDArray array;
    private final int outputs;
    private final long outputStride;
    private final int[] places;
    /** From a line to the next; not a power of two, or they would compete for few places of a cache. */
    private final int step;

    /**
     * For weights [out, in, kernel height, kernel width] in c order, or [in, out] of a dense layer in f order; floats. The
     * shape may have more outputs, which fill the last vector and weigh nothing.
     */
    WeightOrder(PatchShape shape, INDArray array) {
        this.array = array;
        boolean dense = array.rank() == 2;
        outputs = (int) Math.min(array.size(dense ? 1 : 0), shape.outputs());
        if (dense) {
            TensorCheck.requireFloats(array, "weights", shape.patch(), outputs);
        } else {
            TensorCheck.requireFloats(
                    array, "weights", outputs, shape.channels(), shape.kernelHeight(), shape.kernelWidth());
        }
        outputStride = array.stride(dense ? 1 : 0);
        places = new int[shape.patch()];
        step = places.length + GROUP;
        for (int k = 0; k < places.length; k++) {
            int pixel = k / shape.channels();
            long place = k % shape.channels() * array.stride(dense ? 0 : 1);
            if (!dense) {
                place += pixel / shape.kernelWidth() * array.stride(2) + pixel % shape.kernelWidth() * array.stride(3);
            }
            if (place >= places.length) {
                throw new IllegalArgumentException(
                        "weights of one output must lie side by side, were " + array.shapeInfoToString());
            }
            places[k] = (int) place;
        }
    }

    /** Reads the tensor, times a factor. */
    void read(PatchWeights into, float factor) {
        OffHeap memory = OffHeap.of(array);
        forEachGroup((first, count, lines) -> {
            for (int o = 0; o < count; o++) {
                memory.get((first + o) * outputStride, lines, o * step, places.length);
            }
            int width = into.width(first / PatchWeights.BLOCK);
            int at = into.index(0, first);
            for (int place : places) {
                for (int o = 0; o < count; o++) {
                    into.values[at + o] = lines[o * step + place] * factor;
                }
                at += width;
            }
        });
    }

    /** Writes the tensor, times a factor. */
    void write(PatchWeights from, float factor) {
        OffHeap memory = OffHeap.of(array);
        forEachGroup((first, count, lines) -> {
            int width = from.width(first / PatchWeights.BLOCK);
            int at = from.index(0, first);
            for (int place : places) {
                for (int o = 0; o < count; o++) {
                    lines[o * step + place] = from.values[at + o] * factor;
                }
                at += width;
            }
            for (int o = 0; o < count; o++) {
                memory.put((first + o) * outputStride, lines, o * step, places.length);
            }
        });
    }

    /** Some outputs of one block, with room for a line of weights each. */
    private interface Group {
        void carry(int first, int count, float[] lines);
    }

    /** Groups share cache lines of the kernels' order, in which the outputs lie side by side. */
    private void forEachGroup(Group group) {
        try {
            KernelThreads.forEach((outputs + GROUP - 1) / GROUP, index -> {
                int first = index * GROUP;
                group.carry(
                        first,
                        Math.min(GROUP, outputs - first),
                        PatchScratch.ofThread().lines(GROUP * step));
            });
        } finally {
            Reference.reachabilityFence(array);
        }
    }
}

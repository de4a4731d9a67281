package org.spike4j.neuron.patch;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.OffHeap;

/** Carries weights between a layer's tensor, in which those of one output lie side by side, and the order of the kernels. */
final class WeightOrder {
    private final INDArray array;
    private final int outputs;
    private final long outputStride;
    private final int[] places;

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
        try {
            KernelThreads.forEach(outputs, o -> {
                float[] line = new float[places.length];
                memory.get(o * outputStride, line, 0, line.length);
                int width = into.width(o / PatchWeights.BLOCK);
                int at = into.index(0, o);
                for (int place : places) {
                    into.values[at] = line[place] * factor;
                    at += width;
                }
            });
        } finally {
            Reference.reachabilityFence(array);
        }
    }

    /** Writes the tensor, times a factor. */
    void write(PatchWeights from, float factor) {
        OffHeap memory = OffHeap.of(array);
        try {
            KernelThreads.forEach(outputs, o -> {
                float[] line = new float[places.length];
                int width = from.width(o / PatchWeights.BLOCK);
                int at = from.index(0, o);
                for (int place : places) {
                    line[place] = from.values[at] * factor;
                    at += width;
                }
                memory.put(o * outputStride, line, 0, line.length);
            });
        } finally {
            Reference.reachabilityFence(array);
        }
    }
}

package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Spikes as bits, a 32nd of the memory of floats: an INT64 tensor [steps, words], words = ceil(neurons / 64). Bit k % 64,
 * counted from the lowest, of word k / 64 of a step is 1 where neuron k of the slab fired; the bits behind the last neuron
 * are 0. The size of a spike is not part of it.
 */
public final class PackedSpikes {
    private PackedSpikes() {}

    /**
     * Words that hold the spikes of one step.
     *
     * @param neurons elements of a slab
     * @return 64-bit words
     */
    public static long words(long neurons) {
        return (neurons + Long.SIZE - 1) / Long.SIZE;
    }

    /**
     * Packs spikes.
     *
     * @param spikes FLOAT, steps * neurons elements, dense and time-major; what is not 0 is a spike; not modified
     * @param bits INT64, steps * words elements, dense; receives the bits
     * @param steps number of steps
     * @throws IllegalArgumentException if the tensors do not fit each other
     */
    public static void pack(INDArray spikes, INDArray bits, int steps) {
        pack(spikes, bits, steps, KernelChoice.AUTOMATIC);
    }

    static void pack(INDArray spikes, INDArray bits, int steps, KernelChoice choice) {
        long neurons = check(spikes, bits, steps);
        BitKernel kernel = Kernels.bits(choice);
        Slabs from = Slabs.of(spikes, steps, neurons);
        Slabs to = Slabs.of(bits, steps, neurons);
        try {
            KernelThreads.forEach(steps, step -> kernel.pack(from, to, step, neurons));
        } finally {
            Reference.reachabilityFence(spikes);
            Reference.reachabilityFence(bits);
        }
    }

    /**
     * Unpacks spikes.
     *
     * @param bits INT64, steps * words elements, dense; not modified
     * @param amplitude size of a spike
     * @param spikes FLOAT, steps * neurons elements, dense and time-major; receives amplitude or 0
     * @param steps number of steps
     * @throws IllegalArgumentException if the tensors do not fit each other
     */
    public static void unpack(INDArray bits, double amplitude, INDArray spikes, int steps) {
        unpack(bits, amplitude, spikes, steps, KernelChoice.AUTOMATIC);
    }

    static void unpack(INDArray bits, double amplitude, INDArray spikes, int steps, KernelChoice choice) {
        long neurons = check(spikes, bits, steps);
        BitKernel kernel = Kernels.bits(choice);
        Slabs from = Slabs.of(bits, steps, neurons);
        Slabs to = Slabs.of(spikes, steps, neurons);
        try {
            KernelThreads.forEach(steps, step -> kernel.unpack(from, (float) amplitude, to, step, neurons));
        } finally {
            Reference.reachabilityFence(spikes);
            Reference.reachabilityFence(bits);
        }
    }

    /** The lowest bits, as many as are asked for, at most 64. */
    static long lowest(int count) {
        return count >= Long.SIZE ? -1L : (1L << count) - 1;
    }

    private static long check(INDArray spikes, INDArray bits, int steps) {
        if (steps < 1 || spikes.dataType() != DataType.FLOAT || spikes.length() % steps != 0) {
            throw new IllegalArgumentException("spikes must hold a multiple of " + steps + " elements of FLOAT, was "
                    + spikes.dataType() + " of shape " + spikes.shapeInfoToString());
        }
        long neurons = spikes.length() / steps;
        if (bits.dataType() != DataType.INT64 || bits.length() != steps * words(neurons)) {
            throw new IllegalArgumentException("bits must hold " + steps + " * " + words(neurons) + " elements of INT64"
                    + " for spikes of " + neurons + " neurons, was " + bits.dataType() + " of shape "
                    + bits.shapeInfoToString());
        }
        if (!DenseMemory.isDense(spikes) || !DenseMemory.isDense(bits)) {
            throw new IllegalArgumentException(
                    "spikes and bits must be dense in memory, was a view with gaps; dup() it first");
        }
        return neurons;
    }
}

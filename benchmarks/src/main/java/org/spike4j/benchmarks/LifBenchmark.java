package org.spike4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.Dynamics;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.PackedSpikes;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.SpikeKernels;
import org.spike4j.training.PeakMemory;

/**
 * A LIF layer alone, forward and backward, on a current [T, N, n]; and in the same run the memory limit, which is one pass
 * that reads all the data and writes as much elsewhere (y = -x, into memory that is there) forward and one backward.
 *
 * <p>The neuron is that of the PyTorch script: tau 2 steps, input not decayed, reset to 0 without gradient, arc tangent. With
 * packed spikes the layer writes bits, and its input gradient over its output gradient, as a layer whose successor reads bits
 * would: it then needs two tensors of floats. Otherwise it writes floats to tensors of their own, and needs four.
 *
 * @param steps T
 * @param samples N
 * @param neurons n
 * @param packed whether spikes are bits, and the gradient is in place
 * @param threads threads of the kernels
 * @param timing repetitions
 */
public record LifBenchmark(int steps, int samples, int neurons, boolean packed, int threads, Timing timing) {
    private static final long SEED = 1; // ND4J takes 0 as no seed at all

    /**
     * Measures.
     *
     * @return times, and in the details the memory limit and the ratio to it
     */
    public BenchmarkResult run() {
        KernelThreads.use(threads);
        long slab = (long) samples * neurons;
        Nd4j.getRandom().setSeed(SEED);
        INDArray x = Nd4j.randn(DataType.FLOAT, steps, slab).muli(0.6).addi(0.2);
        INDArray g = Nd4j.create(DataType.FLOAT, steps, slab);
        INDArray y = packed
                ? Nd4j.create(DataType.INT64, steps, PackedSpikes.words(slab))
                : Nd4j.create(DataType.FLOAT, steps, slab);
        INDArray dx = packed ? g : Nd4j.create(DataType.FLOAT, steps, slab);

        Lif lif = Lif.withTauInSteps(2).withDecayInput(false);
        Dynamics dynamics = lif.dynamics();
        Coefficients coefficients = ConstantValues.of(lif, neurons).coefficients();
        SequenceShape shape = SequenceShape.of(steps, slab, neurons, 1);
        double[] kernel = timing.medians(() -> {
            negate(x, g); // any gradient serves, but not the last one again: in place it would fade away
            long start = System.nanoTime();
            SpikeKernels.forward(dynamics, coefficients, shape, ForwardArrays.of(x, y));
            long middle = System.nanoTime();
            SpikeKernels.backward(dynamics, coefficients, shape, BackwardArrays.of(x, g, dx), Set.of());
            long end = System.nanoTime();
            return new long[] {middle - start, end - middle, end - start};
        });
        double rate = spikes(y) / (double) (steps * slab);
        double limit = timing.medians(() -> {
            long start = System.nanoTime();
            negate(x, packed ? g : y);
            negate(g, packed ? x : dx);
            return new long[] {System.nanoTime() - start};
        })[0];

        Map<String, Object> details = new LinkedHashMap<>();
        details.put("T", steps);
        details.put("N", samples);
        details.put("n", neurons);
        details.put("spikes", packed ? "packed" : "float");
        details.put("memoryLimitMs", limit);
        details.put("timesMemoryLimit", kernel[2] / limit);
        details.put("spikeRate", rate);
        double perSecond = samples * 1000 / kernel[2];
        return new BenchmarkResult(
                "lif", threads, kernel[0], kernel[1], kernel[2], perSecond, (long) PeakMemory.megabytes(), details);
    }

    private static void negate(INDArray from, INDArray to) {
        Nd4j.getExecutioner().exec(new ScalarMultiplication(from, null, to, -1f));
    }

    /** Counted as bits: the mean of so many floats is not exact. */
    private long spikes(INDArray y) {
        INDArray bits = y;
        if (!packed) {
            bits = Nd4j.create(DataType.INT64, steps, PackedSpikes.words((long) samples * neurons));
            PackedSpikes.pack(y, bits, steps);
        }
        long sum = 0;
        for (long k = 0; k < bits.length(); k++) {
            sum += Long.bitCount(bits.data().getLong(k));
        }
        return sum;
    }
}

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
import org.spike4j.neuron.kernel.AffineDynamics;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.SpikeKernels;
import org.spike4j.training.PeakMemory;

/**
 * A LIF layer alone, forward and backward, on a current [T, N, n]; and in the same run the memory limit, which is one pass
 * that reads and writes the data (y = 0.5 x into memory that is there) forward and one backward.
 *
 * <p>The neuron is that of the PyTorch script: tau 2 steps, input not decayed, reset to 0 without gradient, arc tangent.
 *
 * @param steps T
 * @param samples N
 * @param neurons n
 * @param threads threads of the kernels
 * @param timing repetitions
 */
public record LifBenchmark(int steps, int samples, int neurons, int threads, Timing timing) {
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
        INDArray g = Nd4j.randn(DataType.FLOAT, steps, slab);
        INDArray y = Nd4j.create(DataType.FLOAT, steps, slab);
        INDArray dx = Nd4j.create(DataType.FLOAT, steps, slab);

        Lif lif = Lif.withTauInSteps(2).withDecayInput(false);
        AffineDynamics dynamics = lif.dynamics();
        Coefficients coefficients = ConstantValues.of(lif, neurons).coefficients();
        SequenceShape shape = SequenceShape.of(steps, slab, neurons, 1);
        double[] kernel = timing.medians(() -> {
            long start = System.nanoTime();
            SpikeKernels.forward(dynamics, coefficients, shape, ForwardArrays.of(x, y));
            long middle = System.nanoTime();
            SpikeKernels.backward(dynamics, coefficients, shape, BackwardArrays.of(x, g, dx), Set.of());
            long end = System.nanoTime();
            return new long[] {middle - start, end - middle, end - start};
        });
        double rate = y.meanNumber().doubleValue();
        double limit = timing.medians(() -> {
            long start = System.nanoTime();
            Nd4j.getExecutioner().exec(new ScalarMultiplication(x, null, y, 0.5f));
            Nd4j.getExecutioner().exec(new ScalarMultiplication(g, null, dx, 0.5f));
            return new long[] {System.nanoTime() - start};
        })[0];

        Map<String, Object> details = new LinkedHashMap<>();
        details.put("T", steps);
        details.put("N", samples);
        details.put("n", neurons);
        details.put("memoryLimitMs", limit);
        details.put("timesMemoryLimit", kernel[2] / limit);
        details.put("spikeRate", rate);
        double perSecond = samples * 1000 / kernel[2];
        return new BenchmarkResult(
                "lif", threads, kernel[0], kernel[1], kernel[2], perSecond, (long) PeakMemory.megabytes(), details);
    }
}

package org.spike4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.training.PeakMemory;

/**
 * A dense layer of n LIF neurons with n inputs over T steps: forward, and backward to the weights and the bias; the input
 * needs no gradient. It is a {@link SpikingDense} in the workspaces of a training.
 *
 * <p>As in the PyTorch script, weights are uniform in ±3 / sqrt(n), the bias in ±1 / sqrt(n), the gradient on the spikes is
 * normal, and so is the input unless a density is given; then each entry is 1 with this probability and else 0.
 *
 * @param steps T
 * @param samples N
 * @param neurons n, inputs and neurons
 * @param density share of the input that is 1, NaN for a normal input
 * @param threads threads of the kernels; those of BLAS follow OMP_NUM_THREADS
 * @param timing repetitions
 */
public record LinearLifBenchmark(int steps, int samples, int neurons, double density, int threads, Timing timing) {
    private static final long SEED = 1; // ND4J takes 0 as no seed at all

    /** Checks the density. */
    public LinearLifBenchmark {
        if (!Double.isNaN(density)) {
            Density.require(density);
        }
    }

    /**
     * Measures.
     *
     * @return times of the layer's passes
     */
    public BenchmarkResult run() {
        KernelThreads.use(threads);
        Layer layer = layer();
        INDArray x = Double.isNaN(density)
                ? Nd4j.randn(DataType.FLOAT, steps, samples, neurons)
                : Density.binary(density, steps, samples, neurons);
        INDArray g = Nd4j.randn(DataType.FLOAT, (long) steps * samples, neurons);
        LayerWorkspaceMgr workspaces = TrainingWorkspaces.create();
        double[] rate = new double[1];
        double[] medians = timing.medians(() -> {
            try (MemoryWorkspace ignored = workspaces.notifyScopeEntered(ArrayType.ACTIVATIONS)) {
                long start = System.nanoTime();
                INDArray spikes = forward(layer, x, workspaces);
                long middle = System.nanoTime();
                backward(layer, g, workspaces);
                long end = System.nanoTime();
                if (rate[0] == 0) {
                    rate[0] = spikes.meanNumber().doubleValue();
                }
                return new long[] {middle - start, end - middle, end - start};
            }
        });

        Map<String, Object> details = new LinkedHashMap<>();
        details.put("T", steps);
        details.put("N", samples);
        details.put("n", neurons);
        details.put("density", Double.isNaN(density) ? null : density);
        details.put("spikeRate", rate[0]);
        return new BenchmarkResult(
                "linear-lif",
                threads,
                medians[0],
                medians[1],
                medians[2],
                samples * 1000 / medians[2],
                (long) PeakMemory.megabytes(),
                details);
    }

    private static INDArray forward(Layer layer, INDArray x, LayerWorkspaceMgr workspaces) {
        try (MemoryWorkspace ignored = workspaces.notifyScopeEntered(ArrayType.FF_WORKING_MEM)) {
            layer.setInput(x, workspaces);
            return layer.activate(true, workspaces);
        }
    }

    private static void backward(Layer layer, INDArray g, LayerWorkspaceMgr workspaces) {
        try (MemoryWorkspace ignored = workspaces.notifyScopeEntered(ArrayType.BP_WORKING_MEM)) {
            layer.backpropGradient(g, workspaces);
        }
    }

    private Layer layer() {
        double bound = 1 / Math.sqrt(neurons);
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .updater(new NoOp())
                .list()
                .layer(new SpikingDense.Builder()
                        .nOut(neurons)
                        .neuron(Lif.withTauInSteps(2).withDecayInput(false))
                        .inputGradient(false)
                        .weightInit(new UniformDistribution(-3 * bound, 3 * bound))
                        .build())
                .setInputType(InputType.recurrent(neurons, steps))
                .build());
        network.init();
        network.initGradientsView();
        Nd4j.getRandom().setSeed(SEED);
        INDArray bias = network.getParam("0_b");
        bias.assign(Nd4j.rand(DataType.FLOAT, bias.shape()).muli(2 * bound).subi(bound));
        return network.getLayer(0);
    }
}

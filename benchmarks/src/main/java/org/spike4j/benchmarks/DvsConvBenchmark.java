package org.spike4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.training.PeakMemory;
import org.spike4j.training.updater.FusedAdam;

/**
 * One training step (forward, loss, backward, Adam) of a DVS-gesture style network on [T, N, 2, size, size], a share of the
 * pixels set: 4 x (convolution 3x3, batch normalisation, LIF, max pooling by 2), 512 LIF, 11 LIF, squared error of the
 * rates.
 *
 * @param steps T
 * @param samples N
 * @param channels channels of each convolution
 * @param size pixels of a side
 * @param density share of the pixels that are set, 0 to 1
 * @param threads threads of the kernels; those of BLAS and oneDNN follow OMP_NUM_THREADS
 * @param timing repetitions
 */
public record DvsConvBenchmark(
        int steps, int samples, int channels, int size, double density, int threads, Timing timing) {
    private static final long SEED = 1; // ND4J takes 0 as no seed at all
    private static final int CLASSES = 11;

    /** Checks the density. */
    public DvsConvBenchmark {
        Density.require(density);
    }

    /**
     * Measures.
     *
     * @return times of whole steps; the forward time is that of an inference pass, the backward time the rest of a step
     */
    public BenchmarkResult run() {
        TrainingBatch batch = batch();
        double total = batch.stepMs(timing);
        double forward = batch.forwardMs(timing);

        Map<String, Object> details = new LinkedHashMap<>();
        details.put("T", steps);
        details.put("N", samples);
        details.put("C", channels);
        details.put("hw", size);
        details.put("density", density);
        details.put("parameters", batch.network().numParams());
        details.put("score", batch.network().score());
        return new BenchmarkResult(
                "dvs-conv",
                threads,
                forward,
                total - forward,
                total,
                samples * 1000 / total,
                (long) PeakMemory.megabytes(),
                details);
    }

    /**
     * Finds out where the time of a step goes.
     *
     * @return means over as many steps as the timing repeats, after its warm-up
     */
    public StepProfile profile() {
        return batch().profile(timing);
    }

    private TrainingBatch batch() {
        KernelThreads.use(threads);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration());
        network.init();
        Nd4j.getRandom().setSeed(SEED);
        INDArray slabs = Density.binary(density, steps, samples, 2, size, size);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, samples, CLASSES);
        for (int n = 0; n < samples; n++) {
            labels.putScalar(n, n % CLASSES, 1);
        }
        return new TrainingBatch(network, slabs.permute(1, 2, 0, 3, 4), labels);
    }

    private MultiLayerConfiguration configuration() {
        Lif lif = Lif.withTauInSteps(2).withDecayInput(false);
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .updater(new FusedAdam(1e-3))
                .weightInit(WeightInit.RELU_UNIFORM)
                .list();
        for (int k = 0; k < 4; k++) {
            list.layer(new SpikingConv2D.Builder()
                    .nOut(channels)
                    .padding(1, 1)
                    .batchNorm(true)
                    .neuron(lif)
                    .pooling(Pooling.MAX, 2)
                    .inputGradient(k > 0)
                    .build());
        }
        return list.layer(new SpikingDense.Builder().nOut(512).neuron(lif).build())
                .layer(new SpikingDense.Builder().nOut(CLASSES).neuron(lif).build())
                .layer(new RateReadout.Builder().build())
                .setInputType(InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, steps, size, size, 2))
                .build();
    }
}

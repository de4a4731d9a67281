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
import org.nd4j.linalg.learning.config.Adam;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.training.PeakMemory;

/**
 * One training step (forward, loss, backward, Adam) of a DVS-gesture style network on [T, N, 2, size, size], 10 % of the
 * pixels set: 4 x (convolution 3x3, batch normalisation, LIF, max pooling by 2), 512 LIF, 11 LIF, squared error of the
 * rates.
 *
 * @param steps T
 * @param samples N
 * @param channels channels of each convolution
 * @param size pixels of a side
 * @param threads threads of the kernels; those of BLAS and oneDNN follow OMP_NUM_THREADS
 * @param timing repetitions
 */
public record DvsConvBenchmark(int steps, int samples, int channels, int size, int threads, Timing timing) {
    private static final int CLASSES = 11;

    /**
     * Measures.
     *
     * @return times of whole steps; the forward time is that of an inference pass, the backward time the rest of a step
     */
    public BenchmarkResult run() {
        KernelThreads.use(threads);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration());
        network.init();
        Nd4j.getRandom().setSeed(0);
        INDArray slabs =
                Nd4j.rand(DataType.FLOAT, steps, samples, 2, size, size).lt(0.1).castTo(DataType.FLOAT);
        INDArray input = slabs.permute(1, 2, 0, 3, 4);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, samples, CLASSES);
        for (int n = 0; n < samples; n++) {
            labels.putScalar(n, n % CLASSES, 1);
        }
        double[] medians = timing.medians(() -> {
            long start = System.nanoTime();
            network.fit(input, labels);
            return new long[] {System.nanoTime() - start};
        });
        double forward = timing.medians(() -> {
            long start = System.nanoTime();
            network.output(input, false);
            return new long[] {System.nanoTime() - start};
        })[0];

        Map<String, Object> details = new LinkedHashMap<>();
        details.put("T", steps);
        details.put("N", samples);
        details.put("C", channels);
        details.put("hw", size);
        details.put("parameters", network.numParams());
        details.put("score", network.score());
        double perSecond = samples * 1000 / medians[0];
        return new BenchmarkResult(
                "dvs-conv",
                threads,
                forward,
                medians[0] - forward,
                medians[0],
                perSecond,
                (long) PeakMemory.megabytes(),
                details);
    }

    private MultiLayerConfiguration configuration() {
        Lif lif = Lif.withTauInSteps(2).withDecayInput(false);
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(0)
                .updater(new Adam(1e-3))
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

package org.spike4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.LayerSpikes;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SpikeRecorder;
import org.spike4j.layers.SpikingRecurrent;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.training.PeakMemory;
import org.spike4j.training.updater.FusedAdam;

/**
 * One training step (forward, loss, backward, Adam) of a recurrent network as for Spiking Heidelberg Digits: binary events
 * [T, N, inputs], recurrent neurons (v = 0.9 v + I, threshold 1, reset to 0 without gradient), leaky readout (o = 0.95 o +
 * I), cross-entropy of the maximum over time.
 *
 * @param steps T
 * @param samples N
 * @param inputs input channels
 * @param hidden recurrent neurons
 * @param outputs classes
 * @param rate share of the inputs that are 1
 * @param threads threads of the kernels; those of BLAS follow OMP_NUM_THREADS
 * @param timing repetitions
 */
public record RecurrentBenchmark(
        int steps, int samples, int inputs, int hidden, int outputs, double rate, int threads, Timing timing) {
    private static final long SEED = 1; // ND4J takes 0 as no seed at all

    /**
     * Measures.
     *
     * @return times of whole steps; the forward time is that of an inference pass, the backward time the rest of a step
     */
    public BenchmarkResult run() {
        TrainingBatch batch = batch();
        double spikeRate = spikeRate(batch);
        double total = batch.stepMs(timing);
        double forward = batch.forwardMs(timing);

        Map<String, Object> details = new LinkedHashMap<>();
        details.put("T", steps);
        details.put("N", samples);
        details.put("inputs", inputs);
        details.put("hidden", hidden);
        details.put("outputs", outputs);
        details.put("rate", rate);
        details.put("parameters", batch.network().numParams());
        details.put("spikeRate", spikeRate);
        details.put("spikeRateLast", spikeRate(batch));
        details.put("score", batch.network().score());
        return new BenchmarkResult(
                "recurrent",
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
        INDArray slabs =
                Nd4j.rand(DataType.FLOAT, steps, samples, inputs).lt(rate).castTo(DataType.FLOAT);
        INDArray input = slabs.permute(1, 2, 0);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, samples, outputs);
        for (int n = 0; n < samples; n++) {
            labels.putScalar(n, n % outputs, 1);
        }
        return new TrainingBatch(network, input, labels);
    }

    private static double spikeRate(TrainingBatch batch) {
        List<LayerSpikes> recorded = SpikeRecorder.record(batch.network(), batch.input());
        return recorded.get(0).spikes().meanNumber().doubleValue();
    }

    private MultiLayerConfiguration configuration() {
        Firing firing =
                new Firing(1, FireCondition.AT_THRESHOLD, Reset.toValue(0).withoutGradient(), new ATan(1, Math.PI));
        double readoutTau = -1 / Math.log(0.95); // in steps; its exact decay is 0.95
        return new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .updater(new FusedAdam(1e-3))
                .weightInit(WeightInit.UNIFORM)
                .list()
                .layer(new SpikingRecurrent.Builder()
                        .nOut(hidden)
                        .neuron(new Leaky(0.9, 1, firing, List.of()))
                        .inputGradient(false)
                        .build())
                .layer(new LeakyReadout.Builder()
                        .nOut(outputs)
                        .integrator(LeakyIntegrator.withTauInSteps(readoutTau))
                        .reduction(Reduction.MAX)
                        .build())
                .setInputType(InputType.recurrent(inputs, steps))
                .build();
    }
}

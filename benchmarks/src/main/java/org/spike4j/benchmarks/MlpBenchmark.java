package org.spike4j.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.UniformDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.training.PeakMemory;
import org.spike4j.training.updater.FusedAdam;

/**
 * One training step (forward, loss, backward, Adam) of the spiking-MNIST network 784-hidden-10 on a static input, shown for T
 * steps: a dense layer of Leaky neurons (beta 0.95, threshold 1 subtracted in the next step, arc tangent of height 1 / pi),
 * and a leaky readout of the same decay.
 *
 * <p>The loss is the sum over the steps of the cross-entropies of the readout's membranes, mean over the samples, as in the
 * PyTorch script. Spike4J's {@link Reduction#EVERY_STEP} takes the mean over the steps; class weights of T make it the sum,
 * so that score and gradients are those of the script. One thing differs: the script's output neurons lose the threshold
 * after each crossing, without a gradient, while a readout integrates without reset.
 *
 * @param steps T
 * @param samples N
 * @param hidden neurons of the hidden layer
 * @param threads threads of the kernels; those of BLAS follow OMP_NUM_THREADS
 * @param timing repetitions
 */
public record MlpBenchmark(int steps, int samples, int hidden, int threads, Timing timing) {
    private static final long SEED = 1; // ND4J takes 0 as no seed at all
    private static final int INPUTS = 784;
    private static final int CLASSES = 10;
    private static final double BETA = 0.95;

    /**
     * Measures.
     *
     * @return times of whole steps; the forward time is that of an inference pass, the backward time the rest of a step
     */
    public BenchmarkResult run() {
        TrainingBatch batch = batch();
        batch.network().fit(batch.input(), batch.labels());
        double firstLoss = batch.network().score();
        double total = batch.stepMs(timing);
        double lastLoss = batch.network().score();
        double forward = batch.forwardMs(timing);

        Map<String, Object> details = new LinkedHashMap<>();
        details.put("T", steps);
        details.put("N", samples);
        details.put("hidden", hidden);
        details.put("lossFirst", firstLoss);
        details.put("lossLast", lastLoss);
        return new BenchmarkResult(
                "mlp",
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

    TrainingBatch batch() {
        KernelThreads.use(threads);
        MultiLayerNetwork network = new MultiLayerNetwork(configuration());
        network.init();
        Nd4j.getRandom().setSeed(SEED);
        INDArray input = Nd4j.rand(DataType.FLOAT, samples, INPUTS);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, samples, CLASSES);
        for (int n = 0; n < samples; n++) {
            labels.putScalar(n, n % CLASSES, 1);
        }
        return new TrainingBatch(network, input, labels);
    }

    private MultiLayerConfiguration configuration() {
        Leaky leaky = Leaky.withBeta(BETA).withSurrogate(new ATan(1 / Math.PI, Math.PI));
        INDArray sumOfSteps = Nd4j.valueArrayOf(new long[] {1, CLASSES}, steps, DataType.FLOAT);
        return new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .updater(new FusedAdam(5e-4))
                .list()
                .layer(new SpikingDense.Builder()
                        .nOut(hidden)
                        .neuron(leaky)
                        .timeSteps(steps)
                        .inputGradient(false)
                        .weightInit(uniform(INPUTS))
                        .build())
                .layer(new LeakyReadout.Builder()
                        .nOut(CLASSES)
                        .integrator(LeakyIntegrator.withTauInSteps(-1 / Math.log(BETA)))
                        .reduction(Reduction.EVERY_STEP)
                        .loss(new LossMCXENT(sumOfSteps), new ActivationSoftmax())
                        .weightInit(uniform(hidden))
                        .build())
                .setInputType(InputType.feedForward(INPUTS))
                .build();
    }

    /** As PyTorch starts a linear layer. */
    private static UniformDistribution uniform(int inputs) {
        return new UniformDistribution(-1 / Math.sqrt(inputs), 1 / Math.sqrt(inputs));
    }
}

package org.spike4j.examples;

import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.spike4j.layers.DenseNeuronLayer;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SigmaSchedule;
import org.spike4j.layers.SpikingDelayed;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Lif;

/**
 * Which of 24 orders did four channels spike in? Neurons with a short memory cannot know, unless delays bring the spikes of an
 * order together. The readout adds up spikes whenever they come, so it does not know the order either.
 */
public final class TrainSpikeOrder {
    private static final int BATCHES = 14;
    private static final int PER_CLASS = 3; // samples of a batch
    private static final int EPOCHS = 36;
    private static final int HIDDEN = 96;
    private static final int MAX_DELAY = 26; // a little more than the time from the first turn to the last
    private static final double RATE = 0.01;
    private static final double DELAY_RATE = 0.05;
    private static final double[] RATES_WITHOUT_DELAYS = {0.003, 0.01, 0.03};

    private TrainSpikeOrder() {}

    /**
     * What a training came to.
     *
     * @param withDelays test accuracy with a learned delay for each weight of the hidden layer
     * @param withoutDelays the best test accuracy of the same network without delays over several learning rates
     */
    public record Result(double withDelays, double withoutDelays) {}

    /**
     * Trains with and without delays.
     *
     * @param args a seed, or nothing for 1
     */
    public static void main(String[] args) {
        Result result = run(args.length == 0 ? 1 : Long.parseLong(args[0]));
        System.out.printf(
                "test accuracy %.1f %% with delays, %.1f %% without%n",
                100 * result.withDelays, 100 * result.withoutDelays);
    }

    /**
     * Trains both networks on the same sequences.
     *
     * @param seed of the sequences and the first weights
     * @return the test accuracies
     */
    public static Result run(long seed) {
        var delayed = new SpikingDelayed.Builder()
                .maxDelay(MAX_DELAY)
                .sigma(SigmaSchedule.overEpochs(MAX_DELAY / 4.0, 0.2, EPOCHS * 2 / 3))
                .delayUpdater(new Adam(DELAY_RATE));
        double with = accuracy(delayed, seed, RATE);
        double without = 0;
        for (double rate : RATES_WITHOUT_DELAYS) {
            without = Math.max(without, accuracy(new SpikingDense.Builder(), seed, rate));
        }
        return new Result(with, without);
    }

    private static double accuracy(DenseNeuronLayer.DenseBuilder<?> hidden, long seed, double rate) {
        hidden.neuron(Lif.withTauInSteps(1.5).withDecayInput(false))
                .inputGradient(false)
                .setNOut(HIDDEN);
        hidden.weightInit(new NormalDistribution(0, 0.7));
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(rate))
                .list()
                .layer(hidden.build())
                .layer(new LeakyReadout.Builder()
                        .nOut(SpikeOrders.CLASSES)
                        .integrator(LeakyIntegrator.perfect())
                        .reduction(Reduction.LAST)
                        .build())
                .setInputType(InputType.recurrent(SpikeOrders.CHANNELS, SpikeOrders.STEPS))
                .build());
        network.init();
        List<DataSet> train = IntStream.range(0, BATCHES)
                .mapToObj(batch -> SpikeOrders.draw(PER_CLASS, seed * 10_000 + batch))
                .toList();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            train.forEach(network::fit);
            network.incrementEpochCount();
        }
        DataSet test = SpikeOrders.draw(20, seed * 10_000 + BATCHES);
        Evaluation evaluation = new Evaluation(SpikeOrders.CLASSES);
        evaluation.eval(test.getLabels(), network.output(test.getFeatures()));
        return evaluation.accuracy();
    }
}

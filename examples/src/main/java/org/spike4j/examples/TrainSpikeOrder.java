package org.spike4j.examples;

import java.util.List;
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
    private static final int PER_CLASS = 40;
    private static final int BATCH = 64;
    private static final int EPOCHS = 16;
    private static final int HIDDEN = 64;
    private static final int MAX_DELAY = 20; // a little more than the time from the first turn to the last
    private static final double DELAY_RATE = 0.05;

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
     * @param args none
     */
    public static void main(String[] args) {
        for (long seed = 1; seed <= 3; seed++) {
            Result result = run(seed, EPOCHS, 0.01, List.of(0.003, 0.01, 0.03));
            System.out.printf(
                    "seed %d: test accuracy %.1f %% with delays, %.1f %% without%n",
                    seed, 100 * result.withDelays, 100 * result.withoutDelays);
        }
    }

    /**
     * Trains both networks on the same sequences.
     *
     * @param seed of the sequences and the first weights
     * @param epochs passes over the training sequences
     * @param rate learning rate with delays
     * @param rates learning rates to try without delays, of which the best on the test counts
     * @return the test accuracies
     */
    public static Result run(long seed, int epochs, double rate, List<Double> rates) {
        var delayed = new SpikingDelayed.Builder()
                .maxDelay(MAX_DELAY)
                .sigma(SigmaSchedule.overEpochs(MAX_DELAY / 4.0, 0.2, epochs * 2 / 3))
                .delayUpdater(new Adam(DELAY_RATE));
        double with = accuracy(delayed, seed, epochs, rate);
        double without = 0;
        for (double each : rates) {
            without = Math.max(without, accuracy(new SpikingDense.Builder(), seed, epochs, each));
        }
        return new Result(with, without);
    }

    private static double accuracy(DenseNeuronLayer.DenseBuilder<?> hidden, long seed, int epochs, double rate) {
        hidden.neuron(Lif.withTauInSteps(2).withDecayInput(false)).inputGradient(false).setNOut(HIDDEN);
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
        DataSet train = SpikeOrders.draw(PER_CLASS, seed);
        DataSet test = SpikeOrders.draw(PER_CLASS / 2, seed + 1000);
        for (int epoch = 0; epoch < epochs; epoch++) {
            train.shuffle(seed * epochs + epoch);
            train.batchBy(BATCH).forEach(network::fit);
            network.incrementEpochCount();
        }
        Evaluation evaluation = new Evaluation(SpikeOrders.CLASSES);
        evaluation.eval(test.getLabels(), network.output(test.getFeatures()));
        return evaluation.accuracy();
    }
}

package org.spike4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.spike4j.datasets.batch.ImageDataSetIterator;
import org.spike4j.datasets.sets.Mnist;
import org.spike4j.datasets.sets.Split;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.training.updater.FusedAdam;

/** Still digits, shown for 25 time steps to a hidden layer of 1000 neurons; 10 leaky membranes give the answer. */
public final class TrainMnistMlp {
    private static final int STEPS = 25;
    private static final int BATCH = 128;
    private static final long SEED = 1;

    private TrainMnistMlp() {}

    /**
     * Trains on MNIST.
     *
     * @param args the folder of the data set
     * @throws IOException if the data cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("the folder of MNIST is missing; it holds train-images-idx3-ubyte and three others");
            System.exit(2);
        }
        System.out.printf("test accuracy %.1f %%%n", 100 * run(Path.of(args[0]), 1));
    }

    /**
     * Trains a network and tests it.
     *
     * @param folder the four files of the data set
     * @param epochs passes over the training samples
     * @return share of the test samples that are recognised, 0 to 1
     * @throws IOException if the data cannot be read
     */
    public static double run(Path folder, int epochs) throws IOException {
        Mnist digits = Mnist.open(folder, 0, SEED);
        try (var train = new ImageDataSetIterator(
                        digits.samples(Split.TRAIN), digits.classNames(), BATCH, OptionalLong.of(SEED));
                var test = new ImageDataSetIterator(
                        digits.samples(Split.TEST), digits.classNames(), BATCH, OptionalLong.empty())) {
            MultiLayerNetwork network = network(train.inputColumns());
            network.fit(train, epochs);
            return network.evaluate(test).accuracy();
        }
    }

    private static MultiLayerNetwork network(int inputs) {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .updater(new FusedAdam(5e-4))
                .list()
                .layer(new SpikingDense.Builder()
                        .nOut(1000)
                        .neuron(Leaky.withBeta(0.95f))
                        .timeSteps(STEPS)
                        .inputGradient(false)
                        .build())
                .layer(new LeakyReadout.Builder()
                        .nOut(10)
                        .integrator(LeakyIntegrator.withTauInSteps(20))
                        .reduction(Reduction.EVERY_STEP)
                        .build())
                .setInputType(InputType.feedForward(inputs))
                .build());
        network.init();
        return network;
    }
}

package org.spike4j.examples;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.spike4j.datasets.batch.EventBatching;
import org.spike4j.datasets.batch.EventDataSetIterator;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.FrameBinning;
import org.spike4j.datasets.sets.NMnist;
import org.spike4j.datasets.sets.Split;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.Lif;
import org.spike4j.training.updater.FusedAdam;

/** Digits in front of a moving event camera: two spiking convolutions over 10 frames of 34x34 pixels. */
public final class TrainNMnist {
    private static final int STEPS = 10;
    private static final int SIZE = 34;
    private static final long SEED = 1;

    private TrainNMnist() {}

    /**
     * Trains on N-MNIST.
     *
     * @param args the folder of the data set
     * @throws IOException if the data cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("the folder of N-MNIST is missing; it holds Train and Test");
            System.exit(2);
        }
        System.out.printf("test accuracy %.1f %%%n", 100 * run(Path.of(args[0]), 10));
    }

    /**
     * Trains a network and tests it.
     *
     * @param folder the data set, in either layout of {@link NMnist}
     * @param epochs passes over the training samples
     * @return share of the test samples that are recognised, 0 to 1
     * @throws IOException if the data cannot be read
     */
    public static double run(Path folder, int epochs) throws IOException {
        NMnist digits = NMnist.open(folder, 0, SEED);
        EventBatching batching = EventBatching.of(16, new FrameBinning(EventSlicing.byTime(STEPS), SIZE, SIZE));
        try (var train = new EventDataSetIterator(digits, Split.TRAIN, batching.withShuffle(SEED));
                var test = new EventDataSetIterator(digits, Split.TEST, batching)) {
            MultiLayerNetwork network = network();
            network.fit(train, epochs);
            return network.evaluate(test).accuracy();
        }
    }

    private static MultiLayerNetwork network() {
        Lif neuron = Lif.withTauInSteps(2);
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(SEED)
                .updater(new FusedAdam(2e-3))
                .list()
                .layer(convolution(12, neuron).inputGradient(false).build())
                .layer(convolution(32, neuron).build())
                .layer(new SpikingDense.Builder().nOut(10).neuron(neuron).build())
                .layer(new RateReadout.Builder().build())
                .setInputType(InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, STEPS, SIZE, SIZE, 2))
                .build());
        network.init();
        return network;
    }

    private static SpikingConv2D.Builder convolution(int channels, Lif neuron) {
        return new SpikingConv2D.Builder()
                .nOut(channels)
                .kernelSize(5, 5)
                .batchNorm(true)
                .neuron(neuron)
                .pooling(Pooling.MAX, 2);
    }
}

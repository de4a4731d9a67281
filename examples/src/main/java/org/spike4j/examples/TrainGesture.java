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
import org.spike4j.datasets.gesture.synthetic.SyntheticGestureSettings;
import org.spike4j.datasets.gesture.synthetic.SyntheticGestures;
import org.spike4j.datasets.sets.DvsGesture;
import org.spike4j.datasets.sets.Split;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.Lif;
import org.spike4j.training.updater.FusedAdam;

/**
 * Gestures seen by an event camera: recordings are cut into 16 frames, three spiking convolutions and two spiking dense
 * layers look at them one after the other, and the neuron of the output that fires most is the answer.
 */
public final class TrainGesture {
    private static final int STEPS = 16;
    private static final int SIZE = 32;
    private static final int CLASSES = 11;
    private static final long SEED = 1;

    private TrainGesture() {}

    /**
     * Trains on the folder that is named, or on made up gestures.
     *
     * @param args the folder of DVS128 Gesture, or nothing
     * @throws IOException if the data cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0
                ? Path.of(args[0])
                : SyntheticGestures.prepare(Path.of(".spike4j/data/gesture"), SyntheticGestureSettings.defaults(), 2);
        System.out.printf("test accuracy %.1f %%%n", 100 * run(folder, 10));
    }

    /**
     * Trains a network and tests it.
     *
     * @param folder a data set in the layout of DVS128 Gesture
     * @param epochs passes over the training samples
     * @return share of the test samples that are recognised, 0 to 1
     * @throws IOException if the data cannot be read
     */
    public static double run(Path folder, int epochs) throws IOException {
        DvsGesture gestures = DvsGesture.open(folder);
        EventBatching batching = EventBatching.of(16, new FrameBinning(EventSlicing.byTime(STEPS), SIZE, SIZE));
        try (var train = new EventDataSetIterator(gestures, Split.TRAIN, batching.withShuffle(SEED));
                var test = new EventDataSetIterator(gestures, Split.TEST, batching)) {
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
                .layer(convolution(16, neuron).inputGradient(false).build())
                .layer(convolution(32, neuron).build())
                .layer(convolution(32, neuron).build())
                .layer(new SpikingDense.Builder().nOut(128).neuron(neuron).build())
                .layer(new SpikingDense.Builder().nOut(CLASSES).neuron(neuron).build())
                .layer(new RateReadout.Builder().build())
                .setInputType(InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, STEPS, SIZE, SIZE, 2))
                .build());
        network.init();
        return network;
    }

    private static SpikingConv2D.Builder convolution(int channels, Lif neuron) {
        return new SpikingConv2D.Builder()
                .nOut(channels)
                .kernelSize(3, 3)
                .padding(1, 1)
                .batchNorm(true)
                .neuron(neuron)
                .pooling(Pooling.MAX, 2);
    }
}

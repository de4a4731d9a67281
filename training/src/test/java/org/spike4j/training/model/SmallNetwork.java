package org.spike4j.training.model;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/** An ordinary network of 6 inputs and 3 classes, with dropout, so that training draws random numbers. */
public final class SmallNetwork {
    public static final int INPUTS = 6;
    public static final List<String> CLASSES = List.of("a", "b", "c");

    private SmallNetwork() {}

    public static MultiLayerNetwork of(long seed) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(0.02))
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(INPUTS)
                        .nOut(12)
                        .activation(Activation.TANH)
                        .build())
                .layer(new DropoutLayer.Builder(0.8).build())
                .layer(new OutputLayer.Builder()
                        .nIn(12)
                        .nOut(CLASSES.size())
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
        network.init();
        return network;
    }

    public static ModelDescription description(int epochs, int batch, long seed) {
        return new ModelDescription(
                "small",
                "name: small",
                "three blobs",
                CLASSES,
                InputDescription.still(INPUTS, 1),
                new RunSettings(epochs, batch, seed));
    }
}

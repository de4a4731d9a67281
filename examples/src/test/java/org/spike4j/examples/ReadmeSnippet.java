package org.spike4j.examples;

import static org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat.NCDHW;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.Adam;
import org.spike4j.datasets.batch.EventBatching;
import org.spike4j.datasets.batch.EventDataSetIterator;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.FrameBinning;
import org.spike4j.datasets.sets.DvsGesture;
import org.spike4j.datasets.sets.Split;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.Lif;

/** The snippet of the README, compiled; {@link ReadmeTest} holds the two together. */
final class ReadmeSnippet {
    private ReadmeSnippet() {}

    static MultiLayerNetwork train() throws IOException {
        // snippet
        Lif neuron = Lif.withTauInSteps(2);
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .updater(new Adam(2e-3))
                .list()
                .layer(new SpikingConv2D.Builder()
                        .nOut(16)
                        .padding(1, 1)
                        .batchNorm(true)
                        .neuron(neuron)
                        .pooling(Pooling.MAX, 2)
                        .build())
                .layer(new SpikingDense.Builder().nOut(11).neuron(neuron).build())
                .layer(new RateReadout.Builder().build())
                .setInputType(InputType.convolutional3D(NCDHW, 16, 32, 32, 2)) // T, height, width, polarities
                .build());
        network.init();

        DvsGesture gestures = DvsGesture.open(Path.of("DvsGesture"));
        EventBatching batching = EventBatching.of(16, new FrameBinning(EventSlicing.byTime(16), 32, 32));
        try (var train = new EventDataSetIterator(gestures, Split.TRAIN, batching.withShuffle(1))) {
            network.fit(train, 10);
        }
        // end
        return network;
    }
}

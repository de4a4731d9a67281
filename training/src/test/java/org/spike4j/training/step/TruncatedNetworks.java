package org.spike4j.training.step;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.RateLoss;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;

/** Small networks and samples for tests of truncated training. */
final class TruncatedNetworks {
    static final int STEPS = 5;
    static final int SAMPLES = 2;
    static final int CLASSES = 3;
    static final NeuronModel SPIKING = Lif.withTauInSteps(3).withThreshold(0.3);

    private TruncatedNetworks() {}

    static INDArray random(long... shape) {
        Nd4j.getRandom().setSeed(5);
        return Nd4j.rand(DataType.DOUBLE, shape).muli(2);
    }

    static INDArray labels() {
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, SAMPLES, CLASSES);
        labels.putScalar(0, 1, 1);
        labels.putScalar(1, 2, 1);
        return labels;
    }

    static Layer dense(NeuronModel neuron) {
        return new SpikingDense.Builder().nOut(4).neuron(neuron).build();
    }

    static Layer rates() {
        return new RateReadout.Builder().loss(RateLoss.CROSS_ENTROPY).build();
    }

    static Layer membranes(Reduction reduction) {
        return new LeakyReadout.Builder()
                .nOut(CLASSES)
                .integrator(LeakyIntegrator.withTauInSteps(3))
                .reduction(reduction)
                .build();
    }

    static MultiLayerNetwork sequences(Layer... layers) {
        return network(new Sgd(1), InputType.recurrent(4, STEPS), layers);
    }

    static MultiLayerNetwork network(IUpdater updater, InputType input, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.DOUBLE)
                .updater(updater)
                .list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        return network;
    }
}

package org.spike4j.training.step;

import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.spike4j.layers.HomeostaticLif;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateLoss;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.SpikingSelfAttention;
import org.spike4j.layers.TemporalBatchNorm;
import org.spike4j.layers.TemporalNorm;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.ParametricLif;

/** Small networks in doubles, so that equality is not blurred by spikes that rounding moves, and mini-batches for them. */
final class SplitNetworks {
    static final int STEPS = 5;
    static final int SIZE = 8;
    static final int CLASSES = 3;
    private static final NeuronModel LIF = Lif.withTauInSteps(2).withThreshold(0.3);

    private SplitNetworks() {}

    static Layer convolution(boolean batchNorm, NeuronModel neuron) {
        return new SpikingConv2D.Builder()
                .nOut(4)
                .padding(1, 1)
                .batchNorm(batchNorm)
                .hasBias(!batchNorm)
                .pooling(Pooling.MAX, 2)
                .neuron(neuron)
                .build();
    }

    static Layer dense(int units) {
        return new SpikingDense.Builder().nOut(units).neuron(LIF).build();
    }

    static Layer rates(RateLoss loss) {
        return new RateReadout.Builder().loss(loss).build();
    }

    static Layer membranes(Reduction reduction) {
        return new LeakyReadout.Builder()
                .nOut(CLASSES)
                .integrator(LeakyIntegrator.withTauInSteps(3))
                .reduction(reduction)
                .build();
    }

    /** Two normalised convolutions, learned time constants, a dense layer and rates. */
    static MultiLayerNetwork normalised() {
        return network(
                convolution(true, LIF),
                convolution(true, ParametricLif.withInitialTauInSteps(2)),
                dense(CLASSES),
                rates(RateLoss.MEAN_SQUARED_ERROR));
    }

    /** A convolution, a norm that stands by itself, neurons and rates. */
    static MultiLayerNetwork withNorm(TemporalNorm norm) {
        return network(
                convolution(false, LIF),
                new TemporalBatchNorm.Builder().norm(norm).build(),
                new SpikingActivation.Builder().neuron(LIF).build(),
                dense(CLASSES),
                rates(RateLoss.MEAN_SQUARED_ERROR));
    }

    static MultiLayerNetwork homeostatic() {
        return network(
                convolution(false, LIF),
                new HomeostaticLif.Builder().build(),
                dense(CLASSES),
                rates(RateLoss.MEAN_SQUARED_ERROR));
    }

    static MultiLayerNetwork attentive() {
        return network(
                convolution(true, LIF),
                new SpikingSelfAttention.Builder().heads(2).neuron(LIF).build(),
                dense(CLASSES),
                rates(RateLoss.MEAN_SQUARED_ERROR));
    }

    static MultiLayerNetwork plain(Layer... readout) {
        Layer[] layers = new Layer[readout.length + 1];
        layers[0] = convolution(false, LIF);
        System.arraycopy(readout, 0, layers, 1, readout.length);
        return network(layers);
    }

    static MultiLayerNetwork network(Layer... layers) {
        return network(DataType.DOUBLE, new Adam(0.01), layers);
    }

    static MultiLayerNetwork network(DataType type, IUpdater updater, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(type)
                .updater(updater)
                .l2(0.01)
                .list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.setInputType(InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, STEPS, SIZE, SIZE, 2))
                        .build());
        network.init();
        return network;
    }

    /** Noise in time-major memory, as the data sets of this project hand it out. */
    static DataSet batch(int samples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles((long) STEPS * samples * 2 * SIZE * SIZE)
                .map(x -> x < 0.3 ? 1 : 0)
                .toArray();
        INDArray timeMajor = Nd4j.create(values, new long[] {STEPS, samples, 2, SIZE, SIZE}, 'c');
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, samples, CLASSES);
        for (int n = 0; n < samples; n++) {
            labels.putScalar(n, random.nextInt(CLASSES), 1);
        }
        return new DataSet(timeMajor.permute(1, 2, 0, 3, 4), labels);
    }
}

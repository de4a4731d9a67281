package org.spike4j.layers;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/** Small networks and inputs for the tests. */
final class Networks {
    private Networks() {}

    static NeuralNetConfiguration.ListBuilder list(DataType type, IUpdater updater) {
        return new NeuralNetConfiguration.Builder()
                .seed(12345)
                .dataType(type)
                .updater(updater)
                .weightInit(WeightInit.XAVIER)
                .list();
    }

    static MultiLayerNetwork network(DataType type, InputType input, Layer... layers) {
        return network(type, new NoOp(), input, layers);
    }

    static MultiLayerNetwork network(DataType type, IUpdater updater, InputType input, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = list(type, updater);
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        return network;
    }

    static InputType volume(int steps, int size, int channels) {
        return InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, steps, size, size, channels);
    }

    static INDArray random(DataType type, long seed, long... shape) {
        Nd4j.getRandom().setSeed(seed);
        return Nd4j.rand(type, shape).muli(2);
    }

    /** Steps from a first one to another, exclusive, of [N, F, T] or [N, C, T, H, W]; a copy. */
    static INDArray steps(INDArray sequence, int from, int to) {
        INDArrayIndex[] indices = new INDArrayIndex[sequence.rank()];
        Arrays.fill(indices, NDArrayIndex.all());
        indices[2] = NDArrayIndex.interval(from, to);
        return sequence.get(indices).dup();
    }

    static INDArray oneHot(DataType type, int samples, int classes) {
        INDArray labels = Nd4j.zeros(type, samples, classes);
        for (int n = 0; n < samples; n++) {
            labels.putScalar(n, (n * 7 + 1) % classes, 1);
        }
        return labels;
    }
}

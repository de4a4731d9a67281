package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class OneDnnHelpersTest {

    @Test
    void trainsAsWithoutHelpers() {
        MultiLayerNetwork plain = network(DataType.FLOAT);
        MultiLayerNetwork helped = network(DataType.FLOAT);
        assertThat(OneDnnHelpers.switchOn(helped)).isEqualTo(3);
        assertThat(helped.getLayer(0).getHelper()).isNotNull();
        assertThat(plain.getLayer(0).getHelper()).isNull();
        Nd4j.getRandom().setSeed(4);
        INDArray images = Nd4j.rand(DataType.FLOAT, 6, 3, 12, 12);
        INDArray labels = Nd4j.eye(6).castTo(DataType.FLOAT);
        INDArray before = plain.params().dup();
        for (int k = 0; k < 3; k++) {
            plain.fit(images, labels);
            helped.fit(images, labels);
        }
        assertThat(plain.params().distance2(before)).isGreaterThan(0.01);
        assertThat(helped.params().distance2(plain.params())).isLessThan(1e-4);
        assertThat(helped.output(images).distance2(plain.output(images))).isLessThan(1e-4);
    }

    @Test
    void leavesDoublesAlone() {
        assertThat(OneDnnHelpers.switchOn(network(DataType.DOUBLE))).isZero();
    }

    @Test
    void wantsAnInitialisedNetwork() {
        MultiLayerNetwork network = new MultiLayerNetwork(
                network(DataType.FLOAT).getLayerWiseConfigurations().clone());
        assertThatThrownBy(() -> OneDnnHelpers.switchOn(network))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("init()");
    }

    private static MultiLayerNetwork network(DataType type) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(9)
                .dataType(type)
                .updater(new Sgd(0.1))
                .convolutionMode(ConvolutionMode.Same)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(8)
                        .activation(Activation.RELU)
                        .build())
                .layer(new BatchNormalization())
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(new OutputLayer.Builder()
                        .nOut(6)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(12, 12, 3))
                .build());
        network.init();
        return network;
    }
}

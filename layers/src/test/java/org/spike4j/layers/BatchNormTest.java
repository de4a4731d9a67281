package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.kernel.ChannelKernels;
import org.spike4j.neuron.kernel.ChannelMoments;

class BatchNormTest {
    /** One step of a neuron that puts out its input: what is left is the normalised convolution. */
    private static MultiLayerNetwork normaliser() {
        Liaf identity =
                new Liaf(IntegrateAndFire.standard().withReset(Reset.none()), Tap.MEMBRANE, Activation.IDENTITY);
        return Networks.network(
                DataType.DOUBLE,
                new Sgd(0.0),
                Networks.volume(1, 6, 2),
                new SpikingConv2D.Builder()
                        .nOut(3)
                        .batchNorm(true)
                        .neuron(identity)
                        .build(),
                new RateReadout.Builder().build());
    }

    @Test
    void trainingNormalisesEachChannelOverTheBatch() {
        MultiLayerNetwork network = normaliser();
        network.getLayer(0).setParam("gamma", Nd4j.createFromArray(2.0, 1.0, 0.5));
        network.getLayer(0).setParam("beta", Nd4j.createFromArray(0.0, -1.0, 3.0));
        INDArray input = Networks.random(DataType.DOUBLE, 1, 4, 2, 1, 6, 6);
        INDArray y = network.feedForward(input, true).get(1);
        assertThat(y.mean(0, 2, 3).equalsWithEps(Nd4j.createFromArray(0.0, -1.0, 3.0), 1e-12))
                .isTrue();
        INDArray deviation = Transforms.sqrt(y.var(false, 0, 2, 3));
        assertThat(deviation.equalsWithEps(Nd4j.createFromArray(2.0, 1.0, 0.5), 1e-3))
                .isTrue();
    }

    @Test
    void runningAveragesApproachTheStatisticsAndServeInference() {
        MultiLayerNetwork network = normaliser();
        INDArray input = Networks.random(DataType.DOUBLE, 1, 4, 2, 1, 6, 6);
        INDArray labels = Networks.random(DataType.DOUBLE, 2, 4, 48);
        INDArray trained = network.feedForward(input, true).get(1).dup();
        network.fit(input, labels);
        INDArray mean = network.getLayer(0).getParam("mean").dup();
        network.fit(input, labels);
        // each update keeps 0.9 of the old average: m1 = 0.1 m, m2 = 0.19 m
        assertThat(network.getLayer(0).getParam("mean").equalsWithEps(mean.mul(1.9), 1e-9))
                .isTrue();
        for (int k = 0; k < 300; k++) {
            network.fit(input, labels);
        }
        assertThat(network.feedForward(input, false).get(1).equalsWithEps(trained, 1e-6))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 13, 207})
    void momentsOfFloatsEqualThoseOfDoubles(int inner) {
        INDArray x = Networks.random(DataType.DOUBLE, inner, 5, 3, inner).addi(100);
        ChannelMoments reference = ChannelKernels.moments(x.reshape(5, 3, inner));
        ChannelMoments floats = ChannelKernels.moments(x.castTo(DataType.FLOAT));
        INDArray mean = x.mean(0, 2);
        for (int c = 0; c < 3; c++) {
            assertThat(reference.mean()[c]).isCloseTo(mean.getDouble(c), within(1e-10));
            assertThat(floats.mean()[c]).isCloseTo(reference.mean()[c], within(1e-4));
            assertThat(floats.variance()[c]).isCloseTo(reference.variance()[c], within(1e-4));
        }
        assertThat(reference.count()).isEqualTo(5L * inner);
    }
}

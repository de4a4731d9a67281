package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Lif;

class BadInputTest {
    private final MultiLayerNetwork video = Networks.network(
            DataType.FLOAT,
            Networks.volume(3, 8, 2),
            new SpikingConv2D.Builder().nOut(4).neuron(Lif.withTauInSteps(2)).build(),
            new SpikingDense.Builder().nOut(3).neuron(Lif.withTauInSteps(2)).build(),
            new RateReadout.Builder().build());

    @Test
    void wrongRankNamesTheShapesWantedAndFound() {
        assertThatThrownBy(() -> video.output(Networks.random(DataType.FLOAT, 1, 2, 5, 3)))
                .hasMessageContaining("[N, C, T, H, W]")
                .hasMessageContaining("[2, 5, 3]");
    }

    @Test
    void wrongChannelsNameTheLayer() {
        assertThatThrownBy(() -> video.output(Networks.random(DataType.FLOAT, 1, 2, 3, 3, 8, 8)))
                .hasMessageContaining("input must have 2 channels, had 3");
    }

    @Test
    void wrongImageSizeIsNoticedByTheDenseLayer() {
        assertThatThrownBy(() -> video.output(Networks.random(DataType.FLOAT, 1, 2, 2, 3, 9, 9)))
                .hasMessageContaining("features, had");
    }

    @Test
    void notANumberIsNotSilentlyNoSpike() {
        INDArray input = Networks.random(DataType.FLOAT, 1, 2, 2, 3, 8, 8);
        input.putScalar(new int[] {1, 1, 2, 7, 7}, Float.NaN);
        assertThatThrownBy(() -> video.output(input)).hasMessageContaining("NaN");
    }

    @Test
    void wrongLabelsNameTheShapesWantedAndFound() {
        INDArray input = Networks.random(DataType.FLOAT, 1, 2, 2, 3, 8, 8);
        assertThatThrownBy(() -> video.fit(input, Networks.oneHot(DataType.FLOAT, 2, 4)))
                .hasMessageContaining("labels must be [2, 3], were [2, 4]");
    }

    @Test
    void withoutAnInputTypeTheErrorSaysWhatToCall() {
        MultiLayerNetwork network = new MultiLayerNetwork(Networks.list(DataType.FLOAT, new NoOp())
                .layer(new SpikingDense.Builder()
                        .nIn(4)
                        .nOut(3)
                        .neuron(Lif.withTauInSteps(2))
                        .build())
                .layer(new RateReadout.Builder().nIn(3).nOut(3).build())
                .build());
        network.init();
        assertThatThrownBy(() -> network.output(Networks.random(DataType.FLOAT, 1, 2, 4)))
                .hasMessageContaining("setInputType");
    }

    @Test
    void aSequenceInFrontOfARepeatedStaticInputIsAnError() {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                InputType.recurrent(4, 3),
                new SpikingDense.Builder()
                        .nOut(3)
                        .neuron(Lif.withTauInSteps(2))
                        .timeSteps(5)
                        .build(),
                new RateReadout.Builder().build());
        assertThatThrownBy(() -> network.output(Networks.random(DataType.FLOAT, 1, 2, 4, 3)))
                .hasMessageContaining("timeSteps(5) is for a static input");
    }

    @Test
    void nothingLeftOfTheImageIsAnErrorOfTheConfiguration() {
        assertThatThrownBy(() -> Networks.network(
                        DataType.FLOAT,
                        Networks.volume(3, 4, 2),
                        new SpikingConv2D.Builder()
                                .nOut(4)
                                .kernelSize(5, 5)
                                .neuron(Lif.withTauInSteps(2))
                                .build(),
                        new RateReadout.Builder().build()))
                .hasStackTraceContaining("nothing is left of an image of 4x4");
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> new SpikingConv2D.Builder()
                        .nOut(2)
                        .batchNorm(true)
                        .hasBias(true)
                        .neuron(Lif.withTauInSteps(2))
                        .build())
                .hasMessageContaining("no effect");
        assertThatThrownBy(() -> new SpikingDense.Builder().nOut(2).build()).hasMessageContaining("call neuron(...)");
        assertThatThrownBy(() -> new LeakyReadout.Builder()
                        .nOut(2)
                        .neuron(Lif.withTauInSteps(2))
                        .build())
                .hasMessageContaining("without firing");
        assertThatThrownBy(() -> LeakyIntegrator.withTauInSteps(-1)).hasMessageContaining("tau must be");
    }
}

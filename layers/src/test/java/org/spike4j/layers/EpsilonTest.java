package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.Lif;

/** The gradient that a layer is handed belongs to the layer above, which may hand it to others as well. */
class EpsilonTest {
    private static final Lif LIF = Lif.withTauInSteps(2);

    @ParameterizedTest
    @ValueSource(strings = {"block", "pooled block", "dense product of images", "activation"})
    void aMaskLeavesTheGradientOfTheLayerAboveAlone(String kind) {
        SpikingConv2D.Builder convolution =
                new SpikingConv2D.Builder().nOut(16).padding(1, 1).neuron(LIF);
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                Networks.volume(3, 6, 2),
                convolution.build(),
                kind.equals("activation")
                        ? new SpikingActivation.Builder().neuron(LIF).build()
                        : convolution
                                .pooling(kind.startsWith("pooled") ? Pooling.MAX : Pooling.NONE, 2)
                                .build(),
                new RateReadout.Builder().build());
        network.initGradientsView();
        Layer layer = network.getLayer(1);
        INDArray spikes =
                Networks.random(DataType.FLOAT, 1, 3, 2, 16, 6, 6).gt(1.5).castTo(DataType.FLOAT);
        INDArray mask = Nd4j.create(new float[] {1, 1, 1, 0, 1, 0}, new long[] {6, 1});
        LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.noWorkspaces();
        PackedNetworks.withEvents(kind.startsWith("dense") ? "off" : "on", () -> {
            layer.setInput(spikes, workspaces);
            layer.setMaskArray(mask);
            INDArray output = layer.activate(true, workspaces);
            INDArray epsilon = Networks.random(DataType.FLOAT, 2, output.shape());
            INDArray before = epsilon.dup();
            INDArray below = layer.backpropGradient(epsilon, workspaces).getSecond();
            assertThat(epsilon).isEqualTo(before);
            assertThat(below.norm2Number().doubleValue()).isPositive();
            return below;
        });
    }
}

package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

class SpikingSelfAttentionTest {
    private static final int STEPS = 3;
    private static final int SAMPLES = 2;
    private static final int CHANNELS = 4;
    private static final Lif SPIKING = Lif.withTauInSteps(2).withThreshold(0.4);

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static SpikingSelfAttention.Builder attention(NeuronModel neuron) {
        return new SpikingSelfAttention.Builder().heads(2).neuron(neuron);
    }

    private static MultiLayerNetwork network(DataType type, Layer... attention) {
        Layer[] layers = new Layer[attention.length + 2];
        System.arraycopy(attention, 0, layers, 0, attention.length);
        layers[attention.length] =
                new SpikingDense.Builder().nOut(3).neuron(SPIKING).build();
        layers[attention.length + 1] = new RateReadout.Builder().build();
        return Networks.network(type, new Adam(0.01), Networks.volume(STEPS, 3, CHANNELS), layers);
    }

    private static INDArray events(DataType type) {
        return Networks.random(type, 5, SAMPLES, CHANNELS, STEPS, 3, 3).gt(1).castTo(type);
    }

    @Test
    void equalsItsThreeLayersOneAfterTheOther() {
        MultiLayerNetwork whole = network(
                DataType.FLOAT,
                attention(SPIKING).attentionNeuron(SPIKING.withThreshold(0.1)).build());
        MultiLayerNetwork parts = network(
                DataType.FLOAT,
                new SpikingConv2D.Builder()
                        .nOut(3 * CHANNELS)
                        .kernelSize(1, 1)
                        .batchNorm(true)
                        .neuron(SPIKING)
                        .build(),
                new SpikeAttention.Builder()
                        .heads(2)
                        .neuron(SPIKING.withThreshold(0.1))
                        .build(),
                new SpikingConv2D.Builder()
                        .nOut(CHANNELS)
                        .kernelSize(1, 1)
                        .batchNorm(true)
                        .neuron(SPIKING)
                        .build());
        parts.setParams(whole.params().dup());
        INDArray x = events(DataType.FLOAT);
        INDArray labels = Networks.oneHot(DataType.FLOAT, SAMPLES, 3);
        for (int k = 0; k < 3; k++) {
            whole.fit(x, labels);
            parts.fit(x, labels);
        }
        INDArray attended = whole.feedForward(x, true).get(1).dup();
        assertThat(attended.sumNumber().doubleValue()).isPositive();
        assertThat(parts.feedForward(x, true).get(3)).isEqualTo(attended);
        assertThat(parts.params().equalsWithEps(whole.params(), 1e-6)).isTrue();
    }

    @Test
    void gradientEqualsFiniteDifference() {
        Lif lif = Lif.withTauInSteps(2.5).withReset(Reset.none());
        NeuronModel smooth = new Liaf(lif, Tap.MEMBRANE, Activation.TANH);
        NeuronModel learning = new Liaf(lif.withLearned(Learned.perChannel("tau")), Tap.MEMBRANE, Activation.TANH);
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                new NoOp(),
                Networks.volume(STEPS, 3, 2),
                new SpikingConv2D.Builder()
                        .nOut(CHANNELS)
                        .kernelSize(2, 2)
                        .neuron(smooth)
                        .build(),
                attention(smooth).attentionNeuron(learning).scale(0.7).build(),
                new SpikingDense.Builder().nOut(3).neuron(smooth).build(),
                new RateReadout.Builder().build());
        boolean passed = GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(Networks.random(DataType.DOUBLE, 7, SAMPLES, 2, STEPS, 3, 3))
                .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                .excludeParams(Set.of("1_qkv.mean", "1_qkv.var", "1_projection.mean", "1_projection.var")));
        assertThat(passed).isTrue();
    }

    @Test
    void aStreamEndsAtTheOutputOfTheWholeSequence() {
        MultiLayerNetwork network = network(
                DataType.FLOAT,
                attention(SPIKING).attentionNeuron(SPIKING.withThreshold(0.1)).build());
        INDArray x = events(DataType.FLOAT);
        INDArray whole = network.output(x);
        INDArray last = null;
        for (int t = 0; t < STEPS; t++) {
            last = network.rnnTimeStep(x.get(
                            NDArrayIndex.all(),
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(t, t + 1),
                            NDArrayIndex.all(),
                            NDArrayIndex.all())
                    .dup());
        }
        assertThat(network.rnnGetPreviousState(0)).hasSize(3);
        assertThat(last.equalsWithEps(whole, 1e-6)).isTrue();
    }

    @Test
    void filesKeepTheLayer(@TempDir Path folder) throws IOException {
        MultiLayerNetwork network = network(
                DataType.FLOAT,
                attention(SPIKING)
                        .attentionNeuron(SPIKING.withThreshold(0.1))
                        .scale(0.3)
                        .build());
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
        INDArray x = events(DataType.FLOAT);
        network.fit(x, Networks.oneHot(DataType.FLOAT, SAMPLES, 3));
        File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        assertThat(ModelSerializer.restoreMultiLayerNetwork(file).output(x)).isEqualTo(network.output(x));
    }

    @Test
    void wrongHeadsAndShapesAreNamed() {
        assertThatThrownBy(() ->
                        network(DataType.FLOAT, attention(SPIKING).heads(3).build()))
                .hasMessageContaining("3 heads must divide the channels, which are 4");
        assertThatThrownBy(() -> Networks.network(
                        DataType.FLOAT,
                        InputType.recurrent(4, STEPS),
                        attention(SPIKING).build()))
                .hasMessageContaining("needs images, whose pixels are its tokens");
        assertThatThrownBy(() -> attention(SPIKING).scale(0)).hasMessageContaining("scale must be > 0");
    }
}

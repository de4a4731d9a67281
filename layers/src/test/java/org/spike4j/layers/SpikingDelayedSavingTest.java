package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Lif;

class SpikingDelayedSavingTest {
    private static final int STEPS = 6;
    private static final int SAMPLES = 3;

    private static MultiLayerNetwork withEveryOption() {
        return Networks.network(
                DataType.FLOAT,
                new Adam(1e-2),
                InputType.recurrent(4, STEPS),
                new SpikingDelayed.Builder()
                        .nOut(6)
                        .neuron(Lif.withTauInSteps(3).withThreshold(0.3).withLearned(Learned.perChannel("tau")))
                        .maxDelay(5)
                        .sigma(SigmaSchedule.overEpochs(2.5, 0.5, 7))
                        .delayUpdater(new Adam(0.125))
                        .roundedInference(false)
                        .build(),
                new LeakyReadout.Builder().nOut(3).build());
    }

    @Test
    void jsonAndYamlKeepTheConfiguration() {
        MultiLayerConfiguration configuration = withEveryOption().getLayerWiseConfigurations();
        String json = configuration.toJson();
        assertThat(MultiLayerConfiguration.fromJson(json)).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
        for (String[] change : new String[][] {
            {"\"maxDelay\" : 5", "\"maxDelay\" : 8"},
            {"\"first\" : 2.5", "\"first\" : 2.6"},
            {"\"roundedInference\" : false", "\"roundedInference\" : true"},
            {"\"learningRate\" : 0.125", "\"learningRate\" : 0.126"}
        }) {
            assertThat(json).contains(change[0]);
            assertThat(MultiLayerConfiguration.fromJson(json.replace(change[0], change[1])))
                    .isNotEqualTo(configuration);
        }
    }

    @Test
    void aSavedNetworkComputesTheSame(@TempDir Path folder) throws IOException {
        MultiLayerNetwork network = withEveryOption();
        INDArray input = Networks.random(DataType.FLOAT, 7, SAMPLES, 4, STEPS);
        network.fit(input, Networks.oneHot(DataType.FLOAT, SAMPLES, 3));
        File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
        assertThat(restored.output(input)).isEqualTo(network.output(input));
        assertThat(restored.params()).isEqualTo(network.params());
    }

    @Test
    void parametersAreWeightsDelaysBiasAndConstants() {
        MultiLayerNetwork network = withEveryOption();
        assertThat(network.getLayer(0).paramTable().keySet()).containsExactly("W", "delay", "b", "neuron");
        assertThat(network.getLayer(0).numParams()).isEqualTo(2 * 4 * 6 + 6 + 6);
        INDArray raw = network.getLayer(0).getParam("delay");
        assertThat(raw.shape()).containsExactly(4, 6);
        assertThat(raw.maxNumber().doubleValue()).isBetween(1.0, 3.9);
        assertThat(raw.minNumber().doubleValue()).isBetween(-3.9, -1.0);
    }
}

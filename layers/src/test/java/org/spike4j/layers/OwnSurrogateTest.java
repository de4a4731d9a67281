package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.Surrogate;

/** Networks whose surrogate is a user's own. */
class OwnSurrogateTest {

    /** A class rather than a record, with nothing but what a surrogate needs. */
    static final class Quartic implements Surrogate {
        @JsonProperty("width")
        private final double width;

        @JsonCreator
        Quartic(@JsonProperty("width") double width) {
            this.width = width;
        }

        @Override
        public double derivative(double x) {
            return 1 / (1 + Math.pow(x / width, 4));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Quartic quartic && quartic.width == width;
        }

        @Override
        public int hashCode() {
            return Double.hashCode(width);
        }
    }

    private static MultiLayerNetwork network(Surrogate surrogate) {
        return Networks.network(
                DataType.FLOAT,
                new Adam(1e-2),
                InputType.recurrent(4, 5),
                new SpikingDense.Builder()
                        .nOut(6)
                        .neuron(Lif.withTauInSteps(2).withSurrogate(surrogate))
                        .build(),
                new SpikingDense.Builder()
                        .nOut(3)
                        .neuron(Lif.withTauInSteps(2).withSurrogate(surrogate))
                        .build(),
                new RateReadout.Builder().loss(RateLoss.CROSS_ENTROPY).build());
    }

    @Test
    void aClassOfOnesOwnSurvivesJsonAndFile(@TempDir Path folder) throws IOException {
        MultiLayerNetwork network = network(new Quartic(0.4));
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromJson(
                        configuration.toJson().replace("\"width\" : 0.4", "\"width\" : 0.5")))
                .isNotEqualTo(configuration);

        File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
        assertThat(trained(restored)).isEqualTo(trained(network));
    }

    @Test
    void aLambdaTrainsLikeTheRecordOfTheSameFormula() {
        ATan record = ATan.ofAlpha(2);
        assertThat(trained(network(x -> record.derivative(x))).equalsWithEps(trained(network(record)), 1e-5))
                .isTrue();
    }

    @Test
    void aNetworkWithALambdaSaysHowToSaveIt() {
        MultiLayerNetwork network = network(x -> 1 / (1 + x * x));
        assertThatThrownBy(() -> network.getLayerWiseConfigurations().toJson())
                .hasStackTraceContaining("is a lambda or an anonymous class and cannot be saved")
                .hasStackTraceContaining("write a record or a class with a name that implements Surrogate");
    }

    private static INDArray trained(MultiLayerNetwork network) {
        INDArray input = Networks.random(DataType.FLOAT, 3, 8, 4, 5);
        for (int k = 0; k < 3; k++) {
            network.fit(input, Networks.oneHot(DataType.FLOAT, 8, 3));
        }
        return network.params().dup();
    }
}

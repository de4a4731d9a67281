package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.layers.execution.DenseExecution;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.layers.streaming.StreamingInference;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

/** Dale's law on the weights of {@link SpikingDense}. */
class DenseDaleLawTest {
    private static final int STEPS = 6;
    private static final int SAMPLES = 3;
    private static final int INPUTS = 5;

    @BeforeEach
    void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterEach
    void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static NeuronModel smooth() {
        return new Liaf(
                Lif.withTauInSteps(2.5).withReset(Reset.none()), Tap.MEMBRANE, org.spike4j.neuron.Activation.TANH);
    }

    private static NeuronModel spiking() {
        return Lif.withTauInSteps(2).withThreshold(0.3);
    }

    private static SpikingDense.Builder builder(NeuronModel neuron) {
        return new SpikingDense.Builder().nOut(4).neuron(neuron);
    }

    private static MultiLayerNetwork network(DataType type, IUpdater updater, SpikingDense... layers) {
        LeakyReadout readout = new LeakyReadout.Builder()
                .nOut(3)
                .integrator(LeakyIntegrator.withTauInSteps(4))
                .reduction(Reduction.LAST) // a mean over time would be summed in another order in a stream
                .build();
        boolean still = layers[0].getTimeSteps() > 0;
        InputType input = still ? InputType.feedForward(INPUTS) : InputType.recurrent(INPUTS, STEPS);
        return layers.length == 1
                ? Networks.network(type, updater, input, layers[0], readout)
                : Networks.network(type, updater, input, layers[0], layers[1], readout);
    }

    private static INDArray sequence(DataType type) {
        return Networks.random(type, 7, SAMPLES, INPUTS, STEPS);
    }

    private static INDArray labels() {
        return Networks.oneHot(DataType.DOUBLE, SAMPLES, 3);
    }

    private static INDArray acting(MultiLayerNetwork network) {
        return ((DenseExecution) network.getLayer(0)).actingWeights();
    }

    /** Makes some raw weights act with their other sign. */
    private static void flip(INDArray raw) {
        for (long k = 0; k < raw.size(0); k++) {
            raw.putScalar(k, k % raw.size(1), -raw.getDouble(k, k % raw.size(1)));
        }
    }

    static Stream<List<SpikingDense>> smoothLayers() {
        return Stream.of(
                List.of(builder(smooth()).daleLaw(0.6).build()),
                List.of(builder(smooth()).daleLaw(0.8).timeSteps(STEPS).build()),
                // the second one hands a gradient to the first
                List.of(
                        builder(smooth()).build(),
                        builder(smooth()).daleLaw(0.5).build()));
    }

    @ParameterizedTest
    @MethodSource("smoothLayers")
    void gradientEqualsFiniteDifference(List<SpikingDense> layers) {
        MultiLayerNetwork network = network(DataType.DOUBLE, new NoOp(), layers.toArray(new SpikingDense[0]));
        flip(network.getLayer(layers.size() - 1).getParam("W"));
        boolean still = layers.get(0).getTimeSteps() > 0;
        INDArray input = still ? Networks.random(DataType.DOUBLE, 7, SAMPLES, INPUTS) : sequence(DataType.DOUBLE);
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                        .net(network)
                        .input(input)
                        .labels(labels())
                        .epsilon(1e-6)
                        .maxRelError(1e-4)
                        .minAbsoluteError(1e-8)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)))
                .isTrue();
    }

    @Test
    void rawWeightsActWithTheSignOfTheirInput() {
        MultiLayerNetwork network = network(
                DataType.DOUBLE, new NoOp(), builder(smooth()).daleLaw(0.6).build());
        MultiLayerNetwork plain =
                network(DataType.DOUBLE, new NoOp(), builder(smooth()).build());
        plain.setParams(network.params());
        INDArray raw = network.getLayer(0).getParam("W");
        assertThat(acting(network)).isEqualTo(raw); // raw weights start as they act
        flip(raw);
        assertThat(acting(network)).isEqualTo(plain.getLayer(0).getParam("W"));
        assertThat(network.output(sequence(DataType.DOUBLE))).isEqualTo(plain.output(sequence(DataType.DOUBLE)));
    }

    @Test
    void weightsFromAnInputKeepTheirSignInTraining() {
        MultiLayerNetwork network = network(
                DataType.DOUBLE, new Adam(0.2), builder(spiking()).daleLaw(0.6).build());
        for (int k = 0; k < 30; k++) {
            network.fit(sequence(DataType.DOUBLE), labels());
        }
        INDArray trained = acting(network);
        int crossed = 0;
        for (int i = 0; i < INPUTS; i++) {
            for (int j = 0; j < 4; j++) {
                double sign = i < 3 ? 1 : -1;
                assertThat(sign * trained.getDouble(i, j)).isNotNegative();
                crossed += sign * network.getLayer(0).getParam("W").getDouble(i, j) < 0 ? 1 : 0;
            }
        }
        assertThat(crossed).as("raw weights that would have changed their sign").isPositive();
    }

    @Test
    void initialExcitationAndInhibitionCancel() {
        SpikingDense layer = (SpikingDense)
                builder(spiking()).daleLaw(0.8).weightInit(WeightInit.ONES).build();
        INDArray weights = acting(network(DataType.DOUBLE, new NoOp(), layer));
        // four inputs excite by sqrt(1 / 4), one inhibits by sqrt(4); the mean square stays 1
        assertThat(weights.getColumn(2).dup().data().asDouble()).containsExactly(0.5, 0.5, 0.5, 0.5, -2);
    }

    @Test
    void aStreamGivesWhatTheNetworkGives() {
        MultiLayerNetwork network = network(
                DataType.FLOAT, new NoOp(), builder(spiking()).daleLaw(0.6).build());
        INDArray input = Networks.random(DataType.FLOAT, 7, 1, INPUTS, STEPS);
        flip(network.getLayer(0).getParam("W"));
        StreamingInference stream = StreamingInference.of(network, INPUTS);
        float[] output = new float[3];
        for (int t = 0; t < STEPS; t++) {
            stream.step(Networks.steps(input, t, t + 1).data().asFloat(), output);
        }
        assertThat(output).containsExactly(network.output(input).dup().data().asFloat(), within(1e-5f));
    }

    @Test
    void jsonKeepsTheLaw() {
        MultiLayerConfiguration configuration = network(
                        DataType.DOUBLE,
                        new NoOp(),
                        builder(spiking()).daleLaw(0.6).build())
                .getLayerWiseConfigurations();
        String json = configuration.toJson();
        assertThat(MultiLayerConfiguration.fromJson(json)).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromJson(json.replace("\"excitatory\" : 0.6", "\"excitatory\" : 0.7")))
                .isNotEqualTo(configuration);
    }

    @Test
    void theWeightsAsTheyActTakeMemory() {
        SpikingDense plain = builder(spiking()).nIn(INPUTS).build();
        SpikingDense signed = builder(spiking()).nIn(INPUTS).daleLaw(0.6).build();
        PassSize size = new PassSize(STEPS, SAMPLES, DataType.FLOAT);
        InputType input = InputType.recurrent(INPUTS, STEPS);
        assertThat(signed.trainingMemory(input, size).working())
                .isEqualTo(plain.trainingMemory(input, size).working() + 4 * INPUTS * 4);
    }

    @Test
    void aShareAboveOneIsRefused() {
        assertThatThrownBy(() -> builder(spiking()).daleLaw(1.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 1, was 1.2");
    }
}

package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.layers.execution.RecurrentExecution;
import org.spike4j.layers.streaming.StreamingInference;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

/** Dale's law and one-to-one connections of {@link SpikingRecurrent}. */
class RecurrentOptionsTest {
    private static final int STEPS = 6;
    private static final int SAMPLES = 3;
    private static final InputType SEQUENCE = InputType.recurrent(4, STEPS);

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static NeuronModel smooth() {
        Lif lif = Lif.withTauInSteps(2.5).withReset(Reset.none()).withLearned(Learned.perChannel("tau"));
        return new Liaf(lif, Tap.MEMBRANE, org.spike4j.neuron.Activation.TANH);
    }

    private static NeuronModel spiking() {
        return CurrentLif.withTaus(3e-3, 2e-3).withThreshold(0.3);
    }

    private static SpikingRecurrent.Builder builder(NeuronModel neuron) {
        return new SpikingRecurrent.Builder().nOut(5).neuron(neuron);
    }

    static Stream<SpikingRecurrent.Builder> smoothLayers() {
        return Stream.of(
                builder(smooth()).daleLaw(0.6),
                builder(smooth()).daleLaw(0.8).selfConnections(false),
                builder(smooth()).oneToOne(0.7),
                builder(smooth()).oneToOneShared(-0.4),
                builder(smooth()).oneToOneShared(0.9).timeSteps(STEPS),
                builder(smooth()).lateralInhibition(LateralInhibition.ofAll(0.3)),
                builder(smooth()).lateralInhibition(LateralInhibition.within(0.4, 2)),
                builder(smooth())
                        .lateralInhibition(LateralInhibition.within(0.4, 1))
                        .timeSteps(STEPS));
    }

    static Stream<SpikingRecurrent.Builder> spikingLayers() {
        return Stream.of(
                builder(spiking()).daleLaw(0.6),
                builder(spiking()).oneToOne(0.7),
                builder(spiking()).oneToOneShared(-0.4),
                builder(spiking()).lateralInhibition(LateralInhibition.ofAll(0.3)),
                builder(spiking()).lateralInhibition(LateralInhibition.within(0.4, 1)));
    }

    private static LeakyReadout readout() {
        return new LeakyReadout.Builder()
                .nOut(3)
                .integrator(LeakyIntegrator.withTauInSteps(4))
                .reduction(Reduction.LAST) // a mean over time would be summed in another order in a stream
                .build();
    }

    private static MultiLayerNetwork network(DataType type, IUpdater updater, SpikingRecurrent layer) {
        InputType input = layer.getTimeSteps() > 0 ? InputType.feedForward(4) : SEQUENCE;
        return Networks.network(type, updater, input, layer, readout());
    }

    private static INDArray sequence() {
        return Networks.random(DataType.DOUBLE, 7, SAMPLES, 4, STEPS);
    }

    private static INDArray acting(MultiLayerNetwork network) {
        return ((RecurrentExecution) network.getLayer(0)).recurrentWeights();
    }

    @ParameterizedTest
    @MethodSource("smoothLayers")
    void gradientEqualsFiniteDifference(SpikingRecurrent.Builder builder) {
        SpikingRecurrent layer = builder.build();
        MultiLayerNetwork network = network(DataType.DOUBLE, new NoOp(), layer);
        INDArray parameter = network.getLayer(0).getParam("R");
        for (long k = 0; parameter.rank() == 2 && k < 5; k++) {
            parameter.putScalar(k, (k + 1) % 5, -parameter.getDouble(k, (k + 1) % 5)); // a raw weight of the other sign
        }
        INDArray input = layer.getTimeSteps() > 0 ? Networks.random(DataType.DOUBLE, 7, SAMPLES, 4) : sequence();
        boolean diagonal = layer.isSelfConnections(); // else DL4J would move what stays 0
        assertThat(diagonal ? checks(network, input) : gradientWithoutDiagonal(network, input))
                .isTrue();
    }

    private static boolean checks(MultiLayerNetwork network, INDArray input) {
        return GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(input)
                .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY));
    }

    /** Central differences of the loss with respect to every weight off the diagonal. */
    private static boolean gradientWithoutDiagonal(MultiLayerNetwork network, INDArray input) {
        INDArray labels = Networks.oneHot(DataType.DOUBLE, SAMPLES, 3);
        network.setInput(input);
        network.setLabels(labels);
        network.computeGradientAndScore();
        INDArray gradient =
                network.gradient().getGradientFor("0_R").dup().divi(SAMPLES); // of the mean over the samples
        INDArray weights = network.getLayer(0).getParam("R");
        var data = new org.nd4j.linalg.dataset.DataSet(input, labels);
        boolean close = true;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                double value = weights.getDouble(i, j);
                weights.putScalar(i, j, value + 1e-6);
                double above = network.score(data, true);
                weights.putScalar(i, j, value - 1e-6);
                double difference = (above - network.score(data, true)) / 2e-6;
                weights.putScalar(i, j, value);
                double wanted = i == j ? 0 : difference;
                close &= Math.abs(gradient.getDouble(i, j) - wanted) < 1e-7;
            }
        }
        return close;
    }

    @Test
    void weightsOfANeuronKeepTheirSignInTraining() {
        MultiLayerNetwork network = network(
                DataType.DOUBLE, new Adam(0.2), builder(spiking()).daleLaw(0.6).build());
        INDArray initial = acting(network).dup();
        assertThat(network.getLayer(0).getParam("R")).isEqualTo(initial); // raw weights start as they act
        for (int k = 0; k < 30; k++) {
            network.fit(sequence(), Networks.oneHot(DataType.DOUBLE, SAMPLES, 3));
        }
        INDArray trained = acting(network);
        int crossed = 0;
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                double sign = i < 3 ? 1 : -1;
                assertThat(sign * initial.getDouble(i, j)).isPositive();
                assertThat(sign * trained.getDouble(i, j)).isNotNegative();
                crossed += sign * network.getLayer(0).getParam("R").getDouble(i, j) < 0 ? 1 : 0;
            }
        }
        assertThat(crossed).as("raw weights that would have changed their sign").isPositive();
    }

    @Test
    void aRawWeightOfZeroIsNotStuck() {
        DaleLaw law = new DaleLaw(0.5);
        INDArray gradient = Nd4j.createFromArray(new double[][] {{3, 4}, {5, 6}});
        law.pullBackInPlace(gradient, Nd4j.createFromArray(new double[][] {{0, -1}, {0, 1}}));
        assertThat(gradient).isEqualTo(Nd4j.createFromArray(new double[][] {{3, -4}, {-5, -6}}));
    }

    @Test
    void initialExcitationAndInhibitionCancel() {
        SpikingRecurrent layer = new SpikingRecurrent.Builder()
                .nOut(10)
                .neuron(spiking())
                .daleLaw(0.8)
                .recurrentWeightInit(WeightInit.ONES)
                .build();
        INDArray weights = acting(network(DataType.DOUBLE, new NoOp(), layer));
        // eight neurons excite by sqrt(0.2 / 0.8), two inhibit by sqrt(0.8 / 0.2); the mean square stays 1
        assertThat(weights.getDouble(7, 3)).isCloseTo(0.5, within(1e-12));
        assertThat(weights.getDouble(8, 3)).isCloseTo(-2, within(1e-12));
        assertThat(weights.getColumn(3).sumNumber().doubleValue()).isCloseTo(0, within(1e-12));
        assertThat(weights.mul(weights).meanNumber().doubleValue()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneToOneIsADiagonalMatrix(boolean shared) {
        SpikingRecurrent.Builder one = shared
                ? builder(spiking()).oneToOneShared(0.6)
                : builder(spiking()).oneToOne(0.6);
        MultiLayerNetwork network = network(DataType.DOUBLE, new NoOp(), one.build());
        MultiLayerNetwork full =
                network(DataType.DOUBLE, new NoOp(), builder(spiking()).build());
        for (String key : new String[] {"W", "b"}) {
            full.getLayer(0).getParam(key).assign(network.getLayer(0).getParam(key));
        }
        full.getLayer(1).params().assign(network.getLayer(1).params());
        full.getLayer(0).getParam("R").assign(Nd4j.eye(5).muli(0.6));
        INDArray spikes = network.feedForward(sequence()).get(1);
        assertThat(spikes.sumNumber().doubleValue()).isBetween(5.0, 85.0);
        assertThat(spikes).isEqualTo(full.feedForward(sequence()).get(1));
        for (MultiLayerNetwork each : new MultiLayerNetwork[] {network, full}) {
            each.setInput(sequence());
            each.setLabels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3));
            each.computeGradientAndScore();
        }
        INDArray diagonal = Nd4j.diag(full.gradient().getGradientFor("0_R").dup('c'));
        INDArray expected = shared ? Nd4j.createFromArray(diagonal.sumNumber().doubleValue()) : diagonal;
        assertThat(expected.norm2Number().doubleValue()).isPositive();
        assertThat(network.gradient().getGradientFor("0_R").equalsWithEps(expected, 1e-12))
                .isTrue();
        assertThat(network.gradient()
                        .getGradientFor("0_W")
                        .equalsWithEps(full.gradient().getGradientFor("0_W"), 1e-12))
                .isTrue();
        assertThat(network.getLayer(0).numParams()).isEqualTo(4 * 5 + (shared ? 1 : 5) + 5);
    }

    @ParameterizedTest
    @MethodSource("spikingLayers")
    void stepByStepHasTheBitsOfTheWholeSequence(SpikingRecurrent.Builder builder) {
        MultiLayerNetwork network = network(DataType.DOUBLE, new NoOp(), builder.build());
        INDArray whole = network.output(sequence());
        INDArray last = null;
        for (int t = 0; t < STEPS; t++) {
            last = network.rnnTimeStep(step(sequence(), t));
        }
        assertThat(last.dup().data().asDouble())
                .containsExactly(whole.dup().data().asDouble());
    }

    @ParameterizedTest
    @MethodSource("spikingLayers")
    void aStreamGivesWhatTheNetworkGives(SpikingRecurrent.Builder builder) {
        MultiLayerNetwork network = network(DataType.FLOAT, new NoOp(), builder.build());
        INDArray input = Networks.random(DataType.FLOAT, 7, 1, 4, STEPS);
        INDArray parameter = network.getLayer(0).getParam("R");
        parameter.putScalar(0, -parameter.getDouble(0)); // a raw weight that acts with its other sign
        StreamingInference stream = StreamingInference.of(network, 4);
        float[] output = new float[3];
        for (int t = 0; t < STEPS; t++) {
            stream.step(step(input, t).data().asFloat(), output);
        }
        assertThat(output).containsExactly(network.output(input).dup().data().asFloat(), within(1e-5f));
    }

    private static INDArray step(INDArray sequence, int t) {
        return sequence.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(t, t + 1))
                .dup('c');
    }

    @ParameterizedTest
    @MethodSource("spikingLayers")
    void jsonAndModelFilesKeepTheOptions(SpikingRecurrent.Builder builder, @TempDir Path folder) throws IOException {
        MultiLayerNetwork network = network(DataType.DOUBLE, new Adam(0.01), builder.build());
        network.fit(sequence(), Networks.oneHot(DataType.DOUBLE, SAMPLES, 3));
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        for (String[] other : new String[][] {
            {"\"excitatory\" : 0.6", "\"excitatory\" : 0.7"},
            {"\"ONE_TO_ONE\"", "\"ALL_TO_ALL\""},
            {"ONE_TO_ONE_SHARED", "ONE_TO_ONE"},
            {"\"strength\" : 0.3", "\"strength\" : 0.2"},
            {"\"radius\" : 1", "\"radius\" : 2"},
            {"Feedback\" : 0.7", "Feedback\" : 1.7"}
        }) {
            String json = configuration.toJson();
            if (json.contains(other[0])) {
                assertThat(MultiLayerConfiguration.fromJson(json.replace(other[0], other[1])))
                        .isNotEqualTo(configuration);
            }
        }
        File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
        assertThat(restored.output(sequence())).isEqualTo(network.output(sequence()));
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThatThrownBy(() -> builder(spiking()).daleLaw(1.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0 to 1, was 1.2");
        assertThatThrownBy(() -> builder(spiking()).oneToOne(1).daleLaw(0.8).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ONE_TO_ONE");
        assertThatThrownBy(() -> builder(spiking()).oneToOneShared(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
    }
}

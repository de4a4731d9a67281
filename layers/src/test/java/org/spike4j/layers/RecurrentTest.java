package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

/** {@link SpikingRecurrent} in networks; its kernels are compared with differentiated equations in neuron-dynamics. */
class RecurrentTest {
    private static final int STEPS = 5;
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

    private static SpikingRecurrent.Builder recurrent(int units, NeuronModel neuron) {
        return new SpikingRecurrent.Builder().nOut(units).neuron(neuron);
    }

    private static Lif lif() {
        return Lif.withTauInSteps(3).withThreshold(0.4);
    }

    static Stream<Arguments> networks() {
        Layer readout = new LeakyReadout.Builder().nOut(3).build();
        return Stream.of(
                Arguments.of("with bias", SEQUENCE, new Layer[] {
                    recurrent(4, smooth()).build(), readout
                }),
                Arguments.of("without bias, on each other", SEQUENCE, new Layer[] {
                    recurrent(4, smooth()).hasBias(false).build(),
                    recurrent(3, smooth()).build(),
                    new RateReadout.Builder().build()
                }),
                Arguments.of("static input", InputType.feedForward(4), new Layer[] {
                    recurrent(4, smooth()).timeSteps(STEPS).build(), readout
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void gradientEqualsFiniteDifference(String name, InputType type, Layer[] layers) {
        MultiLayerNetwork network = Networks.network(DataType.DOUBLE, type, layers);
        assertThat(GradientCheckUtil.checkGradients(check(network, input(type))))
                .isTrue();
    }

    @Test
    void gradientEqualsFiniteDifferenceWithAMask() {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                SEQUENCE,
                recurrent(4, smooth()).build(),
                new LeakyReadout.Builder().nOut(3).build());
        INDArray mask = Nd4j.ones(DataType.DOUBLE, SAMPLES, STEPS);
        mask.putScalar(1, 2, 0); // in the middle: what is hidden there is still fed back
        mask.putScalar(2, STEPS - 1, 0);
        assertThat(GradientCheckUtil.checkGradients(
                        check(network, input(SEQUENCE)).inputMask(mask)))
                .isTrue();
    }

    private static INDArray input(InputType type) {
        return type == SEQUENCE
                ? Networks.random(DataType.DOUBLE, 7, SAMPLES, 4, STEPS)
                : Networks.random(DataType.DOUBLE, 7, SAMPLES, 4);
    }

    private static GradientCheckUtil.MLNConfig check(MultiLayerNetwork network, INDArray input) {
        return new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(input)
                .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void streamingHasTheBitsOfTheWholeSequence(int piece) {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                SEQUENCE,
                recurrent(9, lif()).build(),
                new LeakyReadout.Builder()
                        .nOut(3)
                        .integrator(LeakyIntegrator.withTauInSteps(4))
                        .reduction(Reduction.LAST)
                        .build());
        INDArray input = input(SEQUENCE);
        INDArray whole = network.output(input);
        network.getLayer(0).getParam("R").muli(2);
        INDArray stronger = network.output(input);
        assertThat(stronger).isNotEqualTo(whole); // else the test would not see R
        network.getLayer(0).getParam("R").divi(2);
        INDArray last = null;
        for (int t = 0; t < STEPS; t += piece) {
            last = network.rnnTimeStep(input.get(
                            NDArrayIndex.all(),
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(t, Math.min(STEPS, t + piece)))
                    .dup());
        }
        assertThat(last.dup().data().asDouble())
                .containsExactly(whole.dup().data().asDouble());
    }

    @Test
    void truncatedBackpropagationCarriesTheLastOutput() {
        MultiLayerConfiguration configuration = Networks.list(DataType.DOUBLE, new Sgd(0.1))
                .layer(recurrent(9, lif()).build())
                .layer(new RnnOutputLayer.Builder()
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(4, 6))
                .backpropType(BackpropType.TruncatedBPTT)
                .tBPTTLength(3)
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        INDArray input = Networks.random(DataType.DOUBLE, 7, SAMPLES, 4, 6);
        INDArray expected =
                network.rnnActivateUsingStoredState(input, false, false).get(1).dup();
        INDArray first = input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, 3));
        INDArray second = input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(3, 6));
        network.rnnActivateUsingStoredState(first.dup(), false, true);
        INDArray carried =
                network.rnnActivateUsingStoredState(second.dup(), false, true).get(1);
        assertThat(carried.equalsWithEps(rows(expected, SAMPLES * 3L), 1e-12)).isTrue();
        network.rnnClearPreviousState();

        INDArray labels = Nd4j.zeros(DataType.DOUBLE, SAMPLES, 2, 6);
        labels.get(NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.all())
                .assign(1);
        double before = network.score(new org.nd4j.linalg.dataset.DataSet(input, labels));
        for (int k = 0; k < 10; k++) {
            network.fit(input, labels);
        }
        assertThat(network.score(new org.nd4j.linalg.dataset.DataSet(input, labels)))
                .isLessThan(before);
    }

    private static INDArray rows(INDArray folded, long from) {
        return folded.get(NDArrayIndex.interval(from, folded.size(0)), NDArrayIndex.all())
                .dup();
    }

    @Test
    void withoutSelfConnectionsTheDiagonalStaysZero() {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                new Adam(0.01),
                SEQUENCE,
                recurrent(5, lif()).selfConnections(false).build(),
                new LeakyReadout.Builder().nOut(3).build());
        INDArray weights = network.getLayer(0).getParam("R");
        INDArray initial = weights.dup();
        for (int k = 0; k < 3; k++) {
            network.fit(input(SEQUENCE), Networks.oneHot(DataType.DOUBLE, SAMPLES, 3));
        }
        assertThat(weights).isNotEqualTo(initial);
        for (int k = 0; k < 5; k++) {
            assertThat(weights.getDouble(k, k)).isZero();
            assertThat(initial.getDouble(k, (k + 1) % 5)).isNotZero();
        }
    }

    @Test
    void aGraphTrainsAndStreamsIt() {
        ComputationGraph smooth = residual(smooth());
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                        .net(smooth)
                        .inputs(new INDArray[] {input(SEQUENCE)})
                        .labels(new INDArray[] {Networks.oneHot(DataType.DOUBLE, SAMPLES, 3)})
                        .epsilon(1e-6)
                        .maxRelError(1e-4)
                        .minAbsoluteError(1e-8)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)))
                .isTrue();
        ComputationGraph graph = residual(lif());
        INDArray whole = graph.outputSingle(input(SEQUENCE));
        assertThat(whole.maxNumber().doubleValue()).isPositive();
        INDArray last = null;
        for (int t = 0; t < STEPS; t++) {
            last = graph.rnnTimeStep(input(SEQUENCE)
                    .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(t, t + 1))
                    .dup())[0];
        }
        assertThat(last.equalsWithEps(whole, 1e-12)).isTrue();
        assertThat(ComputationGraphConfiguration.fromJson(
                        graph.getConfiguration().toJson()))
                .isEqualTo(graph.getConfiguration());
    }

    private static ComputationGraph residual(NeuronModel neuron) {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("events")
                .addLayer("stem", recurrent(4, neuron).build(), "events")
                .addLayer("block", recurrent(4, neuron).build(), "stem")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "block")
                .addLayer("dense", recurrent(3, neuron).build(), "sum")
                .addLayer("readout", new RateReadout.Builder().build(), "dense")
                .setOutputs("readout")
                .setInputTypes(SEQUENCE)
                .build());
        graph.init();
        return graph;
    }

    private static MultiLayerNetwork withEveryOption() {
        return Networks.network(
                DataType.FLOAT,
                new Adam(1e-2),
                SEQUENCE,
                recurrent(6, lif().withLearned(Learned.perChannel("tau")))
                        .selfConnections(false)
                        .recurrentWeightInit(WeightInit.NORMAL)
                        .build(),
                new LeakyReadout.Builder().nOut(3).build());
    }

    @Test
    void jsonAndYamlKeepTheConfiguration() {
        MultiLayerConfiguration configuration = withEveryOption().getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
        String other = configuration.toJson().replace("\"selfConnections\" : false", "\"selfConnections\" : true");
        assertThat(MultiLayerConfiguration.fromJson(other)).isNotEqualTo(configuration);
        SpikingRecurrent layer = (SpikingRecurrent) MultiLayerConfiguration.fromJson(configuration.toJson())
                .getConf(0)
                .getLayer();
        assertThat(layer.getRecurrentWeightInit()).isEqualTo(WeightInit.NORMAL.getWeightInitFunction());
    }

    @Test
    void aSavedNetworkComputesTheSame(@TempDir Path folder) throws IOException {
        MultiLayerNetwork network = withEveryOption();
        INDArray input = input(SEQUENCE).castTo(DataType.FLOAT);
        network.fit(input, Networks.oneHot(DataType.FLOAT, SAMPLES, 3));
        File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
        assertThat(restored.output(input)).isEqualTo(network.output(input));
        assertThat(restored.getLayer(0).getParam("R"))
                .isEqualTo(network.getLayer(0).getParam("R"));
    }

    @Test
    void parametersAreWeightsRecurrentWeightsBiasAndConstants() {
        assertThat(withEveryOption().getLayer(0).paramTable().keySet()).containsExactly("W", "R", "b", "neuron");
        assertThat(withEveryOption().getLayer(0).numParams()).isEqualTo(4 * 6 + 6 * 6 + 6 + 6);
    }

    @Test
    void inhibitedNeuronsAreRefused() {
        assertThatThrownBy(() -> recurrent(4, Inhibited.of(lif())).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lateral inhibition");
    }
}

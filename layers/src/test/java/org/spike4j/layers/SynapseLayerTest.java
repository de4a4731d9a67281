package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
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
import org.spike4j.layers.streaming.StreamingInference;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.synapse.AlphaFunction;
import org.spike4j.neuron.synapse.AxonalDelay;
import org.spike4j.neuron.synapse.DoubleExponential;
import org.spike4j.neuron.synapse.Exponential;
import org.spike4j.neuron.synapse.GatedExponential;
import org.spike4j.neuron.synapse.SynapseModel;

/** Delays and filters in networks; what they do to one unit is tested in neuron-dynamics. */
class SynapseLayerTest {
    private static final int STEPS = 6;
    private static final int SAMPLES = 3;
    private static final InputType SEQUENCE = InputType.recurrent(4, STEPS);
    private static final SynapseModel DELAY = AxonalDelay.learned(3).withDelay(1.3);

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static SynapseLayer layer(SynapseModel model) {
        return new SynapseLayer.Builder().synapse(model).build();
    }

    private static SynapseLayer spread(SynapseModel model) {
        return new SynapseLayer.Builder().synapse(model).initialSpread(0.3).build();
    }

    private static NeuronModel smooth() {
        Lif lif = Lif.withTauInSteps(2.5).withReset(Reset.none());
        return new Liaf(lif, Tap.MEMBRANE, org.spike4j.neuron.Activation.TANH);
    }

    private static SpikingDense dense(int units) {
        return new SpikingDense.Builder().nOut(units).neuron(smooth()).build();
    }

    static Stream<Arguments> networks() {
        Layer rate = new RateReadout.Builder().build();
        return Stream.of(
                Arguments.of("on a sequence", SEQUENCE, new Layer[] {spread(DELAY), dense(3), rate}),
                Arguments.of("on folded rows", SEQUENCE, new Layer[] {
                    dense(4),
                    spread(DELAY),
                    layer(DoubleExponential.withTausInSteps(3, 1)
                            .withLearned(
                                    Learned.shared("tauDecay"), Learned.perChannel("tauRise"), Learned.shared("gain"))),
                    dense(3),
                    rate
                }),
                Arguments.of("filters", SEQUENCE, new Layer[] {
                    spread(GatedExponential.withTauInSteps(3).learned(Sharing.PER_CHANNEL)),
                    layer(Exponential.withTauInSteps(2).learned(Sharing.SHARED)),
                    layer(AlphaFunction.withTauInSteps(1.5).learned(Sharing.SHARED)),
                    dense(3),
                    rate
                }),
                Arguments.of("on folded images", Networks.volume(STEPS, 4, 2), new Layer[] {
                    new SpikingConv2D.Builder().nOut(3).neuron(smooth()).build(), spread(DELAY), dense(3), rate
                }),
                Arguments.of("on a volume", Networks.volume(STEPS, 4, 2), new Layer[] {
                    new Convolution3D.Builder(1, 2, 2)
                            .dataFormat(Convolution3D.DataFormat.NCDHW)
                            .nOut(2)
                            .activation(Activation.TANH)
                            .build(),
                    spread(DELAY),
                    dense(3),
                    rate
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void gradientEqualsFiniteDifference(String name, InputType type, Layer[] layers) {
        MultiLayerNetwork network = Networks.network(DataType.DOUBLE, type, layers);
        assertThat(GradientCheckUtil.checkGradients(check(network, input(type))))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void gradientEqualsFiniteDifferenceWithAMask(String name, InputType type, Layer[] layers) {
        if (type.getType() != InputType.Type.RNN) {
            return; // Deeplearning4j has masks for sequences
        }
        MultiLayerNetwork network = Networks.network(DataType.DOUBLE, type, layers);
        INDArray mask = Nd4j.ones(DataType.DOUBLE, SAMPLES, STEPS);
        mask.putScalar(1, 2, 0);
        mask.putScalar(2, STEPS - 1, 0);
        assertThat(GradientCheckUtil.checkGradients(check(network, input(type)).inputMask(mask)))
                .isTrue();
    }

    private static INDArray input(InputType type) {
        return type.getType() == InputType.Type.RNN
                ? Networks.random(DataType.DOUBLE, 7, SAMPLES, 4, STEPS)
                : Networks.random(DataType.DOUBLE, 7, SAMPLES, 2, STEPS, 4, 4);
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
    @ValueSource(ints = {1, 2, 4})
    void streamingHasTheBitsOfTheWholeSequence(int piece) {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                SEQUENCE,
                layer(AxonalDelay.ofSteps(5)),
                spread(DELAY),
                dense(4),
                layer(AxonalDelay.ofSteps(2)),
                layer(AlphaFunction.withTauInSteps(2)),
                layer(GatedExponential.withTauInSteps(3)),
                new LeakyReadout.Builder().nOut(3).reduction(Reduction.LAST).build());
        INDArray input = Networks.random(DataType.DOUBLE, 7, SAMPLES, 4, 12);
        INDArray whole = network.output(input);
        INDArray last = null;
        for (int t = 0; t < 12; t += piece) {
            last = network.rnnTimeStep(steps(input, t, t + piece));
        }
        assertThat(last.dup().data().asDouble())
                .containsExactly(whole.dup().data().asDouble());
        network.rnnClearPreviousState();
        network.rnnTimeStep(steps(input, 0, 6));
        network.rnnClearPreviousState();
        assertThat(network.rnnTimeStep(steps(input, 6, 12))).isNotEqualTo(last); // the line was forgotten
    }

    @Test
    void truncatedBackpropagationCarriesTheLine() {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                new Sgd(0.1),
                SEQUENCE,
                layer(DELAY),
                new RnnOutputLayer.Builder()
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build());
        INDArray input = input(SEQUENCE);
        INDArray whole =
                network.rnnActivateUsingStoredState(input, false, false).get(1).dup();
        network.rnnActivateUsingStoredState(steps(input, 0, 3), true, true);
        INDArray carried = network.rnnActivateUsingStoredState(steps(input, 3, 6), true, true)
                .get(1);
        assertThat(carried.dup('c').data().asDouble())
                .containsExactly(steps(whole, 3, 6).dup('c').data().asDouble());
    }

    private static INDArray steps(INDArray sequence, int from, int to) {
        return sequence.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, to))
                .dup();
    }

    @Test
    void aGraphTrainsAndStreamsIt() {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("events")
                .addLayer("stem", dense(4), "events")
                .addLayer("late", spread(DELAY), "stem")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "late")
                .addLayer("dense", dense(3), "sum")
                .addLayer("readout", new RateReadout.Builder().build(), "dense")
                .setOutputs("readout")
                .setInputTypes(SEQUENCE)
                .build());
        graph.init();
        INDArray input = input(SEQUENCE);
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                        .net(graph)
                        .inputs(new INDArray[] {input})
                        .labels(new INDArray[] {Networks.oneHot(DataType.DOUBLE, SAMPLES, 3)})
                        .epsilon(1e-6)
                        .maxRelError(1e-4)
                        .minAbsoluteError(1e-8)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)))
                .isTrue();
        INDArray whole = graph.outputSingle(input);
        INDArray last = null;
        for (int t = 0; t < STEPS; t++) {
            last = graph.rnnTimeStep(steps(input, t, t + 1))[0];
        }
        assertThat(last.equalsWithEps(whole, 1e-12)).isTrue();
        assertThat(ComputationGraphConfiguration.fromJson(
                        graph.getConfiguration().toJson()))
                .isEqualTo(graph.getConfiguration());
    }

    private static MultiLayerNetwork withEveryOption() {
        return Networks.network(
                DataType.FLOAT,
                new Adam(1e-2),
                SEQUENCE,
                new SynapseLayer.Builder()
                        .synapse(AxonalDelay.learned(7).withRoundedInference(true))
                        .initialSpread(1.5)
                        .updater(new Adam(0.25))
                        .build(),
                layer(DoubleExponential.withTausInSteps(3, 1)),
                new SpikingDense.Builder().nOut(5).neuron(Lif.withTauInSteps(2)).build(),
                layer(GatedExponential.withTauInSteps(3).learned(Sharing.SHARED)),
                new LeakyReadout.Builder().nOut(3).build());
    }

    @Test
    void jsonAndYamlKeepTheConfiguration() {
        MultiLayerConfiguration configuration = withEveryOption().getLayerWiseConfigurations();
        String json = configuration.toJson();
        assertThat(MultiLayerConfiguration.fromJson(json)).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
        for (String[] change : new String[][] {
            {"\"maxDelay\" : 7", "\"maxDelay\" : 8"},
            {"\"initialSpread\" : 1.5", "\"initialSpread\" : 1.6"},
            {"\"roundedInInference\" : true", "\"roundedInInference\" : false"}
        }) {
            assertThat(json).contains(change[0]);
            assertThat(MultiLayerConfiguration.fromJson(json.replace(change[0], change[1])))
                    .isNotEqualTo(configuration);
        }
    }

    @Test
    void aSavedNetworkComputesTheSame(@TempDir Path folder) throws IOException {
        MultiLayerNetwork network = withEveryOption();
        INDArray before = network.params().dup();
        INDArray input = input(SEQUENCE).castTo(DataType.FLOAT);
        network.fit(input, Networks.oneHot(DataType.FLOAT, SAMPLES, 3));
        assertThat(network.params()).isNotEqualTo(before);
        File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
        assertThat(restored.output(input)).isEqualTo(network.output(input));
        assertThat(restored.params()).isEqualTo(network.params());
    }

    @Test
    void theOnlyParameterIsTheSynapse() {
        MultiLayerNetwork network = withEveryOption();
        assertThat(network.getLayer(0).paramTable().keySet()).containsExactly("synapse");
        assertThat(network.getLayer(0).numParams()).isEqualTo(4);
        assertThat(network.getLayer(1).paramTable()).isEmpty();
        assertThat(network.getLayer(3).numParams()).isEqualTo(1);
        double[] raw =
                network.getLayer(0).getParam("synapse").castTo(DataType.DOUBLE).toDoubleVector();
        assertThat(raw).doesNotHaveDuplicates();
        assertThat(withEveryOption().params()).isEqualTo(network.params());
    }

    @Test
    void roundingIsForInferenceAlone() {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                SEQUENCE,
                layer(AxonalDelay.learned(3).withDelay(1.3).withRoundedInference(true)),
                new RateReadout.Builder().build());
        INDArray input = input(SEQUENCE);
        INDArray inference = network.feedForward(input, false).get(1).dup();
        INDArray training = network.feedForward(input, true).get(1).dup();
        for (int t = 2; t < STEPS; t++) {
            INDArray now = input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t - 1))
                    .dup();
            INDArray earlier = input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t - 2))
                    .dup();
            INDArray whole = inference.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t));
            INDArray between = training.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t));
            assertThat(whole.dup().equalsWithEps(now, 1e-14)).isTrue();
            assertThat(between.dup().equalsWithEps(now.mul(0.7).add(earlier.mul(0.3)), 1e-13))
                    .isTrue();
        }
    }

    @Test
    void streamingInferenceRefusesIt() {
        MultiLayerNetwork network =
                Networks.network(DataType.FLOAT, SEQUENCE, layer(DELAY), new RateReadout.Builder().build());
        assertThatThrownBy(() -> StreamingInference.of(network, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SynapseLayer \"layer0\" cannot be streamed");
    }

    @Test
    void aLayerWithoutASynapseIsRefused() {
        assertThatThrownBy(() -> new SynapseLayer.Builder().build()).hasMessageContaining("call synapse(...)");
    }
}

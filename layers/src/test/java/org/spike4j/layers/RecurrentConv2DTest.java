package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.layers.execution.SpikingExecution;
import org.spike4j.layers.streaming.StreamingInference;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.Tap;

class RecurrentConv2DTest {
    private static final int STEPS = 4;
    private static final int SAMPLES = 3;
    private static final InputType VIDEO = Networks.volume(STEPS, 5, 2);

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static SpikingRecurrentConv2D.Builder builder(NeuronModel neuron) {
        return new SpikingRecurrentConv2D.Builder().nOut(3).neuron(neuron);
    }

    private static Lif lif() {
        return Lif.withTauInSteps(2.5).withThreshold(0.4).withLearned(Learned.perChannel("tau"));
    }

    private static CurrentLif currentLif() {
        return CurrentLif.withTaus(3e-3, 2e-3).withThreshold(0.3).withLearned(Learned.perChannel("tau"));
    }

    private static NeuronModel smooth(NeuronModel neuron) {
        return new Liaf(neuron, Tap.MEMBRANE, Activation.TANH);
    }

    static Stream<Arguments> smoothLayers() {
        NeuronModel affine = smooth(lif().withReset(Reset.none()));
        NeuronModel program = smooth(currentLif().withReset(Reset.none()));
        return Stream.of(
                Arguments.of("affine", builder(affine).hasBias(true)),
                Arguments.of("program, same size", builder(program).padding(1, 1)),
                Arguments.of(
                        "strides and kernels",
                        builder(affine)
                                .kernelSize(3, 2)
                                .stride(2, 1)
                                .padding(1, 0)
                                .recurrentKernelSize(5)),
                Arguments.of("each pixel by itself", builder(program).recurrentKernelSize(1)),
                Arguments.of("static image", builder(affine).hasBias(true).timeSteps(STEPS)));
    }

    static Stream<NeuronModel> spiking() {
        return Stream.of(lif(), currentLif());
    }

    private static MultiLayerNetwork network(DataType type, SpikingRecurrentConv2D layer) {
        InputType input = layer.getTimeSteps() > 0 ? InputType.convolutional(5, 5, 2) : VIDEO;
        return Networks.network(
                type,
                new NoOp(),
                input,
                layer,
                new LeakyReadout.Builder().nOut(3).build());
    }

    private static INDArray video(DataType type) {
        return Networks.random(type, 7, SAMPLES, 2, STEPS, 5, 5);
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("smoothLayers")
    void gradientEqualsFiniteDifference(String name, SpikingRecurrentConv2D.Builder builder) {
        SpikingRecurrentConv2D layer = builder.build();
        INDArray input = layer.getTimeSteps() > 0
                ? Networks.random(DataType.DOUBLE, 7, SAMPLES, 2, 5, 5)
                : video(DataType.DOUBLE);
        assertThat(GradientCheckUtil.checkGradients(check(network(DataType.DOUBLE, layer), input)))
                .isTrue();
    }

    @Test
    void gradientEqualsFiniteDifferenceBehindAnotherAndWithAMask() {
        NeuronModel neuron = smooth(lif().withReset(Reset.none()));
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                VIDEO,
                builder(neuron).build(),
                builder(neuron).padding(1, 1).build(),
                new LeakyReadout.Builder().nOut(3).build());
        INDArray mask = Nd4j.ones(DataType.DOUBLE, SAMPLES, STEPS);
        mask.putScalar(1, 2, 0); // in the middle: what is hidden there is still fed back
        mask.putScalar(2, STEPS - 1, 0);
        assertThat(GradientCheckUtil.checkGradients(
                        check(network, video(DataType.DOUBLE)).inputMask(mask)))
                .isTrue();
    }

    /** Perfect integrators that hear their left neighbour alone, with a weight of their threshold. */
    @Test
    void aPulseTravelsAPixelAStepByHand() {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                Networks.volume(STEPS, 4, 1),
                new SpikingRecurrentConv2D.Builder()
                        .nOut(1)
                        .kernelSize(1, 1)
                        .neuron(IntegrateAndFire.standard())
                        .build(),
                new RateReadout.Builder().build());
        network.getLayer(0).getParam("W").assign(1);
        INDArray recurrent = network.getLayer(0).getParam("R").assign(0);
        recurrent.putScalar(new int[] {0, 0, 1, 0}, 1);
        INDArray input = Nd4j.zeros(DataType.DOUBLE, 1, 1, STEPS, 4, 4);
        input.putScalar(new int[] {0, 0, 0, 2, 0}, 1);
        INDArray spikes = network.feedForward(input).get(1); // [T, 1, 4, 4]
        for (int t = 0; t < STEPS; t++) {
            INDArray expected = Nd4j.zeros(DataType.DOUBLE, 4, 4);
            expected.putScalar(2, t, 1);
            assertThat(spikes.get(NDArrayIndex.point(t), NDArrayIndex.point(0)).dup('c'))
                    .isEqualTo(expected);
        }
    }

    /** On images of one pixel it is {@link SpikingRecurrent}, whose surrogate gradient is checked against dual numbers. */
    @ParameterizedTest
    @MethodSource("spiking")
    void onOnePixelItIsTheDenseLayerAlsoFromACarriedState(NeuronModel neuron) {
        MultiLayerNetwork dense = Networks.network(
                DataType.DOUBLE,
                InputType.recurrent(4, STEPS),
                new SpikingRecurrent.Builder().nOut(3).neuron(neuron).build(),
                new LeakyReadout.Builder().nOut(3).build());
        MultiLayerNetwork convolution = Networks.network(
                DataType.DOUBLE,
                Networks.volume(STEPS, 1, 4),
                builder(neuron)
                        .kernelSize(1, 1)
                        .recurrentKernelSize(3)
                        .hasBias(true)
                        .build(),
                new LeakyReadout.Builder().nOut(3).build());
        Layer flat = dense.getLayer(0);
        Layer image = convolution.getLayer(0);
        image.getParam("W").assign(flat.getParam("W").transpose().reshape('c', 3, 4, 1, 1));
        image.getParam("R")
                .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.point(1))
                .assign(flat.getParam("R").transpose());
        dense.initGradientsView();
        convolution.initGradientsView();
        LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.noWorkspaces();
        INDArray input = Networks.random(DataType.DOUBLE, 5, 2 * STEPS, SAMPLES, 4);
        INDArray gradient = Networks.random(DataType.DOUBLE, 6, STEPS * (long) SAMPLES, 3);
        for (int piece = 0; piece < 2; piece++) {
            INDArray now = input.get(NDArrayIndex.interval(piece * STEPS, (piece + 1) * STEPS))
                    .dup('c');
            INDArray expected = ((SpikingExecution<?>) flat).rnnActivateUsingStoredState(now, true, true, workspaces);
            INDArray actual = ((SpikingExecution<?>) image)
                    .rnnActivateUsingStoredState(now.reshape('c', STEPS, SAMPLES, 4, 1, 1), true, true, workspaces);
            assertThat(expected.sumNumber().doubleValue()).isBetween(3.0, 33.0);
            assertThat(actual.reshape('c', expected.shape())).isEqualTo(expected);
            INDArray onDense =
                    flat.backpropGradient(gradient.dup('c'), workspaces).getSecond();
            INDArray onImages = image.backpropGradient(
                            gradient.dup('c').reshape('c', STEPS * (long) SAMPLES, 3, 1, 1), workspaces)
                    .getSecond();
            assertThat(onImages.reshape('c', onDense.shape()).equalsWithEps(onDense, 1e-12))
                    .isTrue();
            INDArray onRecurrent = gradient(convolution, "R")
                    .get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.point(1));
            assertThat(onRecurrent.norm2Number().doubleValue()).isPositive();
            assertThat(onRecurrent
                            .dup('c')
                            .equalsWithEps(gradient(dense, "R").transpose().dup('c'), 1e-12))
                    .isTrue();
            for (String key : new String[] {"b", "neuron"}) {
                assertThat(gradient(convolution, key).equalsWithEps(gradient(dense, key), 1e-12))
                        .as(key)
                        .isTrue();
            }
        }
    }

    private static INDArray gradient(MultiLayerNetwork network, String key) {
        Layer layer = network.getLayer(0);
        return layer.conf()
                .getLayer()
                .initializer()
                .getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray())
                .get(key);
    }

    @ParameterizedTest
    @MethodSource("spiking")
    void stepByStepHasTheBitsOfTheWholeSequence(NeuronModel neuron) {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                VIDEO,
                builder(neuron).padding(1, 1).build(),
                new LeakyReadout.Builder()
                        .nOut(3)
                        .integrator(LeakyIntegrator.withTauInSteps(4))
                        .reduction(Reduction.LAST) // a mean over time would be summed in another order in a stream
                        .build());
        INDArray input = video(DataType.DOUBLE);
        INDArray spikes = network.feedForward(input).get(1);
        assertThat(spikes.meanNumber().doubleValue()).isBetween(0.05, 0.95);
        INDArray whole = network.output(input);
        INDArray last = null;
        for (int t = 0; t < STEPS; t++) {
            last = network.rnnTimeStep(step(input, t));
        }
        assertThat(last.dup().data().asDouble())
                .containsExactly(whole.dup().data().asDouble());
    }

    private static INDArray step(INDArray video, int t) {
        return video.get(
                        NDArrayIndex.all(),
                        NDArrayIndex.all(),
                        NDArrayIndex.interval(t, t + 1),
                        NDArrayIndex.all(),
                        NDArrayIndex.all())
                .dup('c');
    }

    @ParameterizedTest
    @MethodSource("spiking")
    void aStreamGivesWhatTheNetworkGives(NeuronModel neuron) {
        MultiLayerNetwork network = network(
                DataType.FLOAT, builder(neuron).padding(1, 0).hasBias(true).build());
        INDArray input = Networks.random(DataType.FLOAT, 7, 1, 2, STEPS, 5, 5);
        StreamingInference stream = StreamingInference.of(network, 2, 5, 5);
        float[] output = new float[3];
        for (int t = 0; t < STEPS; t++) {
            stream.step(step(input, t).data().asFloat(), output);
        }
        assertThat(output).containsExactly(network.output(input).dup().data().asFloat(), within(1e-5f));
    }

    @Test
    void jsonAndModelFilesKeepTheLayer(@TempDir Path folder) throws IOException {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                new Adam(1e-2),
                VIDEO,
                builder(currentLif())
                        .kernelSize(2, 3)
                        .stride(1, 2)
                        .padding(1, 0)
                        .recurrentKernelSize(5)
                        .hasBias(true)
                        .build(),
                new LeakyReadout.Builder().nOut(3).build());
        INDArray input = video(DataType.FLOAT);
        INDArray before = network.params().dup();
        network.fit(input, Networks.oneHot(DataType.FLOAT, SAMPLES, 3));
        assertThat(network.params()).isNotEqualTo(before);
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        String other = configuration.toJson().replace("\"recurrentKernel\" : 5", "\"recurrentKernel\" : 3");
        assertThat(MultiLayerConfiguration.fromJson(other)).isNotEqualTo(configuration);
        File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
        assertThat(restored.output(input)).isEqualTo(network.output(input));
        assertThat(network.getLayer(0).paramTable().keySet()).containsExactly("W", "R", "b", "neuron");
        assertThat(network.getLayer(0).numParams()).isEqualTo(3 * 2 * 6 + 3 * 3 * 25 + 3 + 3);
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> builder(lif()).recurrentKernelSize(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("odd side")
                .hasMessageContaining("was 4");
        assertThatThrownBy(() -> builder(Inhibited.of(lif())).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lateral inhibition");
        NeuronModel apart = Lif.withTauInSteps(2).withLearned(new Learned("tau", Sharing.PER_NEURON));
        assertThatThrownBy(() -> builder(apart).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tau for each neuron; learn it per channel");
        assertThatThrownBy(() -> Networks.network(
                        DataType.FLOAT,
                        InputType.recurrent(4, STEPS),
                        builder(lif()).build(),
                        new RateReadout.Builder().build()))
                .hasMessageContaining("SpikingRecurrentConv2D needs a convolutional");
    }
}

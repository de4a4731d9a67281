package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.patch.ConvolutionBlock;

/** Blocks at the edges of what they take, and used again and again with other inputs, beside the dense products. */
class PackedEdgeTest {
    private static final int CLASSES = 16;

    @BeforeAll
    static void needsVectors() {
        assumeTrue(
                ConvolutionBlock.canServe(64), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    private static Lif lif() {
        return Lif.withTauInSteps(2).withDecayInput(false).withThreshold(0.2);
    }

    private static SpikingConv2D.Builder block(int outputs, NeuronModel neuron) {
        return new SpikingConv2D.Builder().nOut(outputs).padding(1, 1).neuron(neuron);
    }

    private static MultiLayerNetwork network(DataType type, int steps, int height, int width, SpikingConv2D... blocks) {
        org.deeplearning4j.nn.conf.layers.Layer[] layers = Stream.concat(
                        Stream.of(blocks),
                        Stream.of(
                                new SpikingDense.Builder()
                                        .nOut(CLASSES)
                                        .neuron(blocks[0].getNeuron())
                                        .build(),
                                new RateReadout.Builder().build()))
                .map(org.deeplearning4j.nn.conf.layers.Layer::clone)
                .toArray(org.deeplearning4j.nn.conf.layers.Layer[]::new);
        return Networks.network(
                type,
                new Sgd(0.1),
                InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, steps, height, width, 2),
                layers);
    }

    @ParameterizedTest(name = "T = {0}, N = {1}, {2}x{3}, density {4}")
    @CsvSource({"1, 1, 5, 7, 0.4", "1, 3, 6, 5, 0.3", "5, 1, 7, 6, 0.3", "2, 2, 3, 70, 0.4", "2, 2, 7, 5, 1"})
    void equalsDenseProducts(int steps, int samples, int height, int width, double density) {
        PackedNetworks.assertSameWithoutPacking(
                () -> network(
                        DataType.FLOAT,
                        steps,
                        height,
                        width,
                        block(80, lif()).batchNorm(true).inputGradient(false).build(),
                        block(144, lif())
                                .pooling(Pooling.MAX, 2)
                                .batchNorm(true)
                                .build()),
                PackedNetworks.data(samples, 2, steps, height, width, density));
    }

    @ParameterizedTest(name = "stride {0}x{1}, kernel {2}x{3}, padding {4}")
    @CsvSource({"2, 1, 3, 3, 1", "1, 2, 3, 3, 1", "3, 2, 2, 5, 0", "1, 1, 3, 3, 3", "2, 2, 1, 1, 0", "1, 1, 7, 7, 2"})
    void equalsDenseProductsOfOtherGeometries(int down, int across, int high, int wide, int padding) {
        SpikingConv2D.Builder second = new SpikingConv2D.Builder()
                .nOut(32)
                .kernelSize(high, wide)
                .stride(down, across)
                .padding(padding, padding)
                .batchNorm(true)
                .neuron(lif());
        Supplier<MultiLayerNetwork> trained =
                () -> network(DataType.FLOAT, 3, 10, 11, block(16, lif()).build(), second.build());
        Supplier<MultiLayerNetwork> first = () ->
                network(DataType.FLOAT, 3, 10, 11, second.inputGradient(false).build());
        DataSet data = PackedNetworks.data(3, 2, 3, 10, 11, 0.4);
        PackedNetworks.assertSameWithoutPacking(trained, data);
        PackedNetworks.assertSameWithoutPacking(first, data);
    }

    static Stream<Arguments> inputs() {
        return Stream.of(
                Arguments.of("no spike", (UnaryOperator<INDArray>) x -> x.muli(0)),
                Arguments.of("one spike", (UnaryOperator<INDArray>)
                        x -> x.muli(0).putScalar(new int[] {1, 1, 0, 2, 3}, 1)),
                Arguments.of("-0 beside spikes", (UnaryOperator<INDArray>)
                        x -> x.subi(1).muli(-1).negi()),
                Arguments.of("all alike but one", (UnaryOperator<INDArray>) x -> x.putScalar(0, 2)),
                Arguments.of("negative spikes", (UnaryOperator<INDArray>) x -> x.muli(-3)),
                Arguments.of("dense values", (UnaryOperator<INDArray>) x -> x.addi(0.5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void equalsDenseProductsOfOddInputs(String name, UnaryOperator<INDArray> change) {
        DataSet data = PackedNetworks.with(PackedNetworks.data(3, 2, 3, 7, 6, 0.3), change);
        for (boolean norm : new boolean[] {false, true}) {
            PackedNetworks.assertSameIfAnything(
                    () -> network(
                            DataType.FLOAT,
                            3,
                            7,
                            6,
                            block(16, lif())
                                    .batchNorm(norm)
                                    .inputGradient(false)
                                    .build(),
                            block(32, lif()).batchNorm(norm).build()),
                    data);
        }
    }

    @ParameterizedTest
    @CsvSource({"NaN, 2, false", "NaN, 2, true", "NaN, 16, true", "Infinity, 2, true", "-Infinity, 16, true"})
    void whatIsNotANumberIsAClearError(float value, int channels, boolean norm) {
        SpikingConv2D block = block(16, lif())
                .nIn(channels)
                .batchNorm(norm)
                .inputGradient(false)
                .build();
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                Networks.volume(3, 6, channels),
                block,
                new SpikingDense.Builder().nOut(CLASSES).neuron(lif()).build(),
                new RateReadout.Builder().build());
        DataSet data = PackedNetworks.with(
                PackedNetworks.data(2, channels, 3, 6, 6, 0.3), x -> x.putScalar(new int[] {1, 1, 1, 3, 3}, value));
        assertThatThrownBy(() -> network.fit(data)).hasStackTraceContaining("NaN");
        if (Float.isNaN(value)) {
            assertThatThrownBy(() -> network.output(data.getFeatures())).hasStackTraceContaining("NaN");
        }
    }

    @Test
    void oneLayerServesInputsOfAllSizesAndKindsInTurn() {
        Supplier<MultiLayerNetwork> make = () -> network(
                DataType.FLOAT,
                3,
                7,
                6,
                block(16, lif()).inputGradient(false).build(),
                block(32, lif()).pooling(Pooling.MAX, 2).build());
        DataSet[] turns = new DataSet[9];
        for (int k = 0; k < turns.length; k++) {
            int kind = k % 3; // spikes, event counts, dense values
            turns[k] = PackedNetworks.with(
                    PackedNetworks.data(1 + k % 4, 2, 1 + k % 2 * 2, 7, 6, 0.3),
                    x -> kind == 0 ? x : kind == 1 ? x.putScalar(1, 2) : x.addi(0.25));
        }
        INDArray dense = PackedNetworks.withEvents("off", () -> turns(make.get(), turns));
        INDArray packed = PackedNetworks.withEvents("on", () -> turns(make.get(), turns));
        PackedNetworks.assertClose(packed, dense, "parameters and outputs");
    }

    private static INDArray turns(MultiLayerNetwork network, DataSet[] data) {
        INDArray[] seen = new INDArray[data.length + 1];
        for (int k = 0; k < data.length; k++) {
            network.fit(data[k]);
            INDArray output = network.output(data[(k + 4) % data.length].getFeatures());
            seen[k] = output.reshape(output.length());
        }
        seen[data.length] = network.params().reshape(network.numParams());
        return Nd4j.concat(0, seen);
    }

    @Test
    void steppingThroughASequenceEqualsTheBlock() {
        MultiLayerNetwork network = network(
                DataType.FLOAT,
                4,
                7,
                6,
                block(16, lif()).build(),
                block(32, lif()).build());
        INDArray input = PackedNetworks.data(3, 2, 4, 7, 6, 0.3).getFeatures();
        INDArray whole = network.output(input);
        INDArray last = whole;
        for (int t = 0; t < 4; t++) {
            last = network.rnnTimeStep(input.get(
                            NDArrayIndex.all(),
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(t, t + 1),
                            NDArrayIndex.all(),
                            NDArrayIndex.all())
                    .dup());
        }
        assertThat(whole.sumNumber().doubleValue()).isPositive();
        PackedNetworks.assertClose(last, whole, "output of the last step");
    }

    @Test
    void theWayBackAfterInferenceIsThatOfTheDenseLayer() {
        INDArray dense = PackedNetworks.withEvents("off", PackedEdgeTest::inputGradientAfterInference);
        assertThat(dense.norm2Number().doubleValue()).isPositive();
        PackedNetworks.assertClose(
                PackedNetworks.withEvents("on", PackedEdgeTest::inputGradientAfterInference), dense, "input gradient");
    }

    private static INDArray inputGradientAfterInference() {
        MultiLayerNetwork network = network(
                DataType.FLOAT, 3, 7, 6, block(16, lif()).batchNorm(true).build());
        network.initGradientsView();
        Layer layer = network.getLayer(0);
        LayerWorkspaceMgr workspaces = LayerWorkspaceMgr.noWorkspaces();
        DataSet data = PackedNetworks.data(2, 2, 3, 7, 6, 0.3);
        layer.setInput(data.getFeatures().permute(2, 0, 1, 3, 4), workspaces);
        INDArray output = layer.activate(false, workspaces);
        INDArray epsilon = Networks.random(DataType.FLOAT, 2, output.shape());
        return layer.backpropGradient(epsilon, workspaces).getSecond();
    }

    /** The membrane of a neuron without reset is smooth; differences are taken on the same network in double precision. */
    @ParameterizedTest
    @CsvSource({"MAX, true", "AVERAGE, true", "NONE, false"})
    void gradientEqualsFiniteDifferencesInDouble(Pooling pooling, boolean norm) {
        NeuronModel smooth = new Liaf(Lif.withTauInSteps(2).withReset(Reset.none()), Tap.MEMBRANE, Activation.TANH);
        SpikingConv2D first = block(16, smooth)
                .pooling(pooling, 2)
                .batchNorm(norm)
                .hasBias(!norm)
                .build();
        DataSet data = PackedNetworks.data(2, 2, 3, 7, 6, 0.3);
        MultiLayerNetwork network = network(DataType.FLOAT, 3, 7, 6, first);
        network.setInput(data.getFeatures());
        network.setLabels(data.getLabels());
        network.computeGradientAndScore();
        INDArray gradient = network.gradient().gradient().div(2); // the score is the mean over two samples
        MultiLayerNetwork exact = network(DataType.DOUBLE, 3, 7, 6, first);
        exact.setParams(network.params().castTo(DataType.DOUBLE));
        DataSet doubles = new DataSet(
                data.getFeatures().castTo(DataType.DOUBLE), data.getLabels().castTo(DataType.DOUBLE));
        long blockParameters = network.getLayer(0).numParams() - (norm ? 2 * 16 : 0); // running averages come last
        double largest = gradient.normmaxNumber().doubleValue();
        for (long k = 0; k < blockParameters; k += 3) {
            double difference = (score(exact, doubles, k, 1e-5) - score(exact, doubles, k, -1e-5)) / 2e-5;
            assertThat(Math.abs(gradient.getDouble(k) - difference))
                    .as("parameter " + k)
                    .isLessThan(1e-4 * largest);
        }
        assertThat(largest).isPositive();
    }

    private static double score(MultiLayerNetwork network, DataSet data, long parameter, double step) {
        double value = network.params().getDouble(parameter);
        network.params().putScalar(parameter, value + step);
        double score = network.score(data, true);
        network.params().putScalar(parameter, value);
        return score;
    }
}

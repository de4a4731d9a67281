package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.layers.execution.Memory;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.patch.ConvolutionBlock;

/**
 * Blocks on packed spikes beside Deeplearning4j's layers, which get their output, or the gradient on their own, with the channels
 * last in memory: the network is the same as without packing.
 */
class PackedHybridTest {
    private static final int STEPS = 3;
    private static final DataSet DATA = PackedNetworks.data(4, 2, STEPS, 11, 9, 0.3);

    @BeforeAll
    static void needsVectors() {
        assumeTrue(
                ConvolutionBlock.canServe(64), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    private static Lif lif() {
        return Lif.withTauInSteps(2).withDecayInput(false).withThreshold(0.7);
    }

    private static SpikingConv2D.Builder block(int outputs) {
        return new SpikingConv2D.Builder()
                .nOut(outputs)
                .padding(1, 1)
                .batchNorm(true)
                .neuron(lif());
    }

    private static SpikingConv2D first() {
        return block(16).inputGradient(false).build();
    }

    private static SpikingDense dense() {
        return new SpikingDense.Builder().nOut(16).neuron(lif()).build();
    }

    private static ConvolutionLayer convolution() {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(5)
                .activation(Activation.TANH)
                .build();
    }

    static Stream<Arguments> hybrids() {
        return Stream.of(
                Arguments.of("convolution", List.of(convolution())),
                Arguments.of("batch normalisation", List.of(new BatchNormalization.Builder().build())),
                Arguments.of(
                        "maximum pooling",
                        List.of(new SubsamplingLayer.Builder(
                                        SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                                .build())),
                Arguments.of(
                        "mean pooling, then a block",
                        List.of(
                                new SubsamplingLayer.Builder(
                                                SubsamplingLayer.PoolingType.AVG, new int[] {2, 2}, new int[] {2, 2})
                                        .build(),
                                block(32).build())),
                Arguments.of(
                        "dense",
                        List.of(new DenseLayer.Builder()
                                .nOut(12)
                                .activation(Activation.TANH)
                                .build())),
                Arguments.of("global pooling", List.of(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())),
                Arguments.of(
                        "neuron below a block",
                        List.of(
                                convolution(),
                                new SpikingActivation.Builder().neuron(lif()).build(),
                                block(32).build())));
    }

    private static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Sgd(0.1))
                .weightInit(WeightInit.RELU_UNIFORM);
    }

    private static MultiLayerNetwork network(Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = base().list();
        for (Layer layer : layers) {
            list.layer(layer.clone());
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(inputType()).build());
        network.init();
        return network;
    }

    private static InputType inputType() {
        return InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, STEPS, 11, 9, 2);
    }

    private static Layer[] around(List<Layer> middle) {
        return Stream.of(Stream.of(first()), middle.stream(), Stream.of(dense(), new RateReadout.Builder().build()))
                .flatMap(s -> s)
                .toArray(Layer[]::new);
    }

    private static void assertPacked(MultiLayerNetwork network) {
        INDArray spikes = network.feedForward(DATA.getFeatures(), true).get(1);
        assertThat(Memory.isChannelsLast(spikes)).as("took the packed path").isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hybrids")
    void layersBehindABlockSeeTheSameInANetwork(String name, List<Layer> middle) {
        assertPacked(network(around(middle)));
        PackedNetworks.assertSameWithoutPacking(() -> network(around(middle)), DATA);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hybrids")
    void layersBehindABlockSeeTheSameInAGraph(String name, List<Layer> middle) {
        PackedNetworks.assertSameWithoutPacking(() -> chain(around(middle)), DATA);
    }

    private static ComputationGraph chain(Layer... layers) {
        GraphBuilder builder = base().graphBuilder().addInputs("events").setInputTypes(inputType());
        String below = "events";
        for (int k = 0; k < layers.length; k++) {
            builder.addLayer("layer" + k, layers[k].clone(), below);
            below = "layer" + k;
        }
        return graph(builder.setOutputs(below));
    }

    private static ComputationGraph graph(GraphBuilder builder) {
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        return graph;
    }

    /** Two blocks on a third, which meet in a vertex: the gradients of several consumers are added up. */
    private static ComputationGraph branches(boolean merge) {
        return graph(base().graphBuilder()
                .addInputs("events")
                .setInputTypes(inputType())
                .addLayer("stem", first(), "events")
                .addLayer("left", block(32).build(), "stem")
                .addLayer("right", block(32).build(), "stem")
                .addVertex(
                        "meet",
                        merge ? new MergeVertex() : new ElementWiseVertex(ElementWiseVertex.Op.Add),
                        "left",
                        "right")
                .addLayer("top", block(16).pooling(Pooling.MAX, 2).build(), "meet")
                .addLayer("dense", dense(), "top")
                .addLayer("readout", new RateReadout.Builder().build(), "dense")
                .setOutputs("readout"));
    }

    @Test
    void branchesMeetInAnElementWiseVertex() {
        PackedNetworks.assertSameWithoutPacking(() -> branches(false), DATA);
    }

    @Test
    void branchesMeetInAMergeVertex() {
        PackedNetworks.assertSameWithoutPacking(() -> branches(true), DATA);
    }

    private static DataSet masked() {
        INDArray mask = Nd4j.ones(DataType.FLOAT, 4, STEPS);
        mask.putScalar(1, STEPS - 1, 0);
        mask.putScalar(3, STEPS - 1, 0);
        mask.putScalar(3, STEPS - 2, 0);
        return new DataSet(DATA.getFeatures(), DATA.getLabels(), mask, null);
    }

    @Test
    void masksHideStepsOfBlocks() {
        Supplier<MultiLayerNetwork> network = () ->
                network(first(), block(16).pooling(Pooling.MAX, 2).build(), dense(), new RateReadout.Builder().build());
        PackedNetworks.assertSameWithoutPacking(network, masked());
        assertThat(PackedNetworks.output(network.get(), masked()))
                .isNotEqualTo(PackedNetworks.output(network.get(), DATA));
    }

    @Test
    void masksHideStepsOfBlocksInAGraph() {
        PackedNetworks.assertSameWithoutPacking(() -> branches(false), masked());
    }

    @Test
    void droppedInputsAreStillSpikes() {
        SpikingConv2D dropping = block(16).dropOut(new Dropout(0.6)).build();
        Layer[] layers = {dropping, dense(), new RateReadout.Builder().build()};
        assertPacked(network(layers));
        PackedNetworks.assertSameWithoutPacking(() -> network(layers), DATA);
    }

    @Test
    void weightNoiseReachesTheProducts() {
        SpikingConv2D block =
                block(16).inputGradient(false).weightNoise(new DropConnect(0.7)).build();
        SpikingDense dense = new SpikingDense.Builder()
                .nOut(16)
                .neuron(lif())
                .weightNoise(new DropConnect(0.7))
                .build();
        PackedNetworks.assertSameWithoutPacking(
                () -> network(block, dense, dense(), new RateReadout.Builder().build()), DATA);
    }

    @Test
    void frozenBlocksFeedTheLayersAbove() {
        Supplier<MultiLayerNetwork> frozen = () -> new TransferLearning.Builder(
                        network(first(), block(16).build(), dense(), new RateReadout.Builder().build()))
                .setFeatureExtractor(0)
                .build();
        PackedNetworks.assertSameWithoutPacking(frozen, DATA);
    }

    @Test
    void recordedSpikesAreThoseOfTheDensePath() {
        Supplier<List<LayerSpikes>> record = () -> SpikeRecorder.record(
                network(block(16).pooling(Pooling.MAX, 2).build(), dense(), new RateReadout.Builder().build()),
                DATA.getFeatures());
        List<LayerSpikes> dense = PackedNetworks.withEvents("off", record);
        List<LayerSpikes> packed = PackedNetworks.withEvents("on", record);
        assertThat(packed).hasSameSizeAs(dense);
        for (int k = 0; k < dense.size(); k++) {
            assertThat(packed.get(k).spikes()).isEqualTo(dense.get(k).spikes());
            assertThat(dense.get(k).spikes().sumNumber().doubleValue()).isPositive();
        }
    }
}

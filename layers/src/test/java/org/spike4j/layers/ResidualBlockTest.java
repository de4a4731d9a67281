package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

/** Spike-element-wise and membrane-shortcut blocks, with smooth neurons where gradients are checked. */
class ResidualBlockTest {
    private static final int STEPS = 3;

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static NeuronModel smooth() {
        return new Liaf(Lif.withTauInSteps(2).withReset(Reset.none()), Tap.MEMBRANE, Activation.TANH);
    }

    private static SpikingConv2D convolution(NeuronModel neuron) {
        return new SpikingConv2D.Builder()
                .nOut(2)
                .padding(1, 1)
                .batchNorm(true)
                .neuron(neuron)
                .build();
    }

    private static NeuralNetConfiguration.Builder base() {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp());
    }

    private static ComputationGraph sew(GraphVertex connection, NeuronModel neuron) {
        ComputationGraph graph = new ComputationGraph(base().graphBuilder()
                .addInputs("events")
                .addLayer("stem", convolution(neuron), "events")
                .addLayer("branch", convolution(neuron), "stem")
                .addVertex("sew", connection, "stem", "branch")
                .addLayer(
                        "dense",
                        new SpikingDense.Builder().nOut(3).neuron(neuron).build(),
                        "sew")
                .addLayer("readout", new RateReadout.Builder().build(), "dense")
                .setOutputs("readout")
                .setInputTypes(Networks.volume(STEPS, 4, 2))
                .build());
        graph.init();
        return graph;
    }

    /** Currents of two branches are added in front of the neurons; the shortcut carries no spikes. */
    private static ComputationGraph membraneShortcut(NeuronModel neuron) {
        TemporalNorm norm = TemporalNorm.thresholdDependent(1).inResidualBranch();
        ComputationGraph graph = new ComputationGraph(base().graphBuilder()
                .addInputs("events")
                .addLayer("stem", new TemporalBatchNorm.Builder().build(), "events")
                .addLayer(
                        "neurons",
                        new SpikingActivation.Builder().neuron(neuron).build(),
                        "stem")
                .addLayer(
                        "convolution",
                        new ConvolutionLayer.Builder(3, 3)
                                .nOut(2)
                                .padding(1, 1)
                                .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
                                .build(),
                        "neurons")
                .addLayer("norm", new TemporalBatchNorm.Builder().norm(norm).build(), "convolution")
                .addVertex("shortcut", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "norm")
                .addLayer("fire", new SpikingActivation.Builder().neuron(neuron).build(), "shortcut")
                .addLayer(
                        "dense",
                        new SpikingDense.Builder().nOut(3).neuron(neuron).build(),
                        "fire")
                .addLayer("readout", new RateReadout.Builder().build(), "dense")
                .setOutputs("readout")
                .setInputTypes(Networks.volume(STEPS, 4, 2))
                .build());
        graph.init();
        return graph;
    }

    static Stream<ComputationGraph> smoothBlocks() {
        return Stream.of(
                sew(new ElementWiseVertex(ElementWiseVertex.Op.Add), smooth()),
                sew(new ElementWiseVertex(ElementWiseVertex.Op.Product), smooth()),
                sew(new AndNotVertex(), smooth()),
                membraneShortcut(smooth()));
    }

    @ParameterizedTest
    @MethodSource("smoothBlocks")
    void gradientEqualsFiniteDifference(ComputationGraph graph) {
        boolean passed = GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                .net(graph)
                .inputs(new INDArray[] {Networks.random(DataType.DOUBLE, 1, 2, 2, STEPS, 4, 4)})
                .labels(new INDArray[] {Networks.oneHot(DataType.DOUBLE, 2, 3)})
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                .excludeParams(Set.of("stem_mean", "stem_var", "branch_mean", "branch_var", "norm_mean", "norm_var")));
        assertThat(passed).isTrue();
    }

    @Test
    void andNotLetsTheShortcutPassWhereTheBranchIsSilent() {
        ComputationGraph graph = sew(new AndNotVertex(), Lif.withTauInSteps(2).withThreshold(0.2));
        var activations = graph.feedForward(Networks.random(DataType.DOUBLE, 1, 2, 2, STEPS, 4, 4), true);
        INDArray shortcut = activations.get("stem");
        INDArray branch = activations.get("branch");
        INDArray expected = shortcut.sub(shortcut.mul(branch));
        assertThat(shortcut.mul(branch).sumNumber().doubleValue()).isPositive();
        assertThat(expected.sumNumber().doubleValue()).isPositive();
        assertThat(activations.get("sew").equalsWithEps(expected, 0)).isTrue();
    }

    @Test
    void jsonKeepsTheBlocks() {
        for (ComputationGraph graph : smoothBlocks().toList()) {
            ComputationGraphConfiguration configuration = graph.getConfiguration();
            assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
                    .isEqualTo(configuration);
        }
    }

    @Test
    void branchesOfTwoShapesAreRefusedWithTheWayOut() {
        AndNotVertex vertex = new AndNotVertex();
        assertThatThrownBy(() -> vertex.getOutputType(
                        0,
                        org.deeplearning4j.nn.conf.inputs.InputType.feedForward(3),
                        org.deeplearning4j.nn.conf.inputs.InputType.feedForward(4)))
                .hasMessageContaining("put a layer into the shortcut");
    }
}

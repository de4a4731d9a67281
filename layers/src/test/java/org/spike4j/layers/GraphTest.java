package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.layers.state.NetworkState;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

/** A residual network, where T must reach the layers without a mini-batch size being set on them. */
class GraphTest {
    private static final int STEPS = 3;

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static SpikingConv2D convolution(NeuronModel neuron) {
        return new SpikingConv2D.Builder()
                .nOut(3)
                .padding(1, 1)
                .batchNorm(true)
                .neuron(neuron)
                .build();
    }

    private static ComputationGraph residual(NeuronModel neuron) {
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("events")
                .addLayer("stem", convolution(neuron), "events")
                .addLayer("block", convolution(neuron), "stem")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "block")
                .addLayer(
                        "dense",
                        new SpikingDense.Builder().nOut(3).neuron(neuron).build(),
                        "sum")
                .addLayer("readout", new RateReadout.Builder().build(), "dense")
                .setOutputs("readout")
                .setInputTypes(Networks.volume(STEPS, 5, 2))
                .build();
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return graph;
    }

    @Test
    void gradientOfAResidualNetworkEqualsFiniteDifference() {
        ComputationGraph graph =
                residual(new Liaf(Lif.withTauInSteps(2).withReset(Reset.none()), Tap.MEMBRANE, Activation.TANH));
        boolean passed = GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                .net(graph)
                .inputs(new INDArray[] {Networks.random(DataType.DOUBLE, 1, 2, 2, STEPS, 5, 5)})
                .labels(new INDArray[] {Networks.oneHot(DataType.DOUBLE, 2, 3)})
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                .excludeParams(Set.of("stem_mean", "stem_var", "block_mean", "block_var")));
        assertThat(passed).isTrue();
    }

    @Test
    void streamingAResidualNetworkEndsAtTheOutputOfTheWholeSequence() {
        ComputationGraph graph = residual(Lif.withTauInSteps(2).withThreshold(0.2));
        INDArray input = Networks.random(DataType.DOUBLE, 1, 2, 2, STEPS, 5, 5);
        INDArray whole = graph.outputSingle(input);
        assertThat(whole.maxNumber().doubleValue()).isPositive();
        INDArray last = null;
        for (int t = 0; t < STEPS; t++) {
            last = graph.rnnTimeStep(input.get(
                            NDArrayIndex.all(),
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(t, t + 1),
                            NDArrayIndex.all(),
                            NDArrayIndex.all())
                    .dup())[0];
        }
        assertThat(last.equalsWithEps(whole, 1e-12)).isTrue();
    }

    @Test
    void aGraphGoesOnFromASavedState() throws IOException {
        ComputationGraph graph = residual(Lif.withTauInSteps(2).withThreshold(0.2));
        ComputationGraph copy = graph.clone();
        INDArray input = Networks.random(DataType.DOUBLE, 1, 2, 2, STEPS, 5, 5);
        graph.rnnTimeStep(Networks.steps(input, 0, 2));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NetworkState.of(graph).write(bytes);
        INDArray expected = graph.rnnTimeStep(Networks.steps(input, 2, STEPS))[0];
        NetworkState.read(new ByteArrayInputStream(bytes.toByteArray())).restoreInto(copy);
        INDArray last = copy.rnnTimeStep(Networks.steps(input, 2, STEPS))[0];
        assertThat(last.toDoubleMatrix()).isEqualTo(expected.toDoubleMatrix());
        assertThat(NetworkState.of(copy)).isEqualTo(NetworkState.of(graph));
    }

    @Test
    void jsonKeepsTheGraph() {
        ComputationGraphConfiguration configuration =
                residual(Lif.withTauInSteps(2)).getConfiguration();
        assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
                .isEqualTo(configuration);
    }
}

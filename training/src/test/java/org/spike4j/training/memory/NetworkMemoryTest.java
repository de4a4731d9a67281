package org.spike4j.training.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.spike4j.layers.ActivityPenalty;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.execution.PassSize;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Lif;

/** What is predicted for the layers is what Deeplearning4j's workspaces learn that the layers ask for. */
final class NetworkMemoryTest {
    private static final int STEPS = 6;
    private static final int SAMPLES = 5;
    private static final int CLASSES = 10;
    private static final Lif LIF = Lif.withTauInSteps(2);
    private static final InputType FRAMES = InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, STEPS, 24, 24, 2);

    /** Alignment of arrays, and small arrays of losses and statistics. */
    private static final Percentage SMALL_ARRAYS = Percentage.withPercentage(2);

    static Stream<Arguments> networks() {
        Layer pooling = new SpikingConv2D.Builder()
                .nOut(24)
                .padding(1, 1)
                .batchNorm(true)
                .pooling(Pooling.MAX, 2)
                .inputGradient(false)
                .neuron(LIF)
                .build();
        Layer packed = new SpikingConv2D.Builder()
                .nOut(32)
                .padding(1, 1)
                .batchNorm(true)
                .pooling(Pooling.MAX, 2)
                .inputGradient(false)
                .neuron(LIF)
                .build();
        Layer deeper = new SpikingConv2D.Builder()
                .nOut(48)
                .padding(1, 1)
                .batchNorm(true)
                .neuron(LIF)
                .build();
        Layer again = new SpikingConv2D.Builder()
                .nOut(48)
                .padding(1, 1)
                .batchNorm(true)
                .recompute(true)
                .neuron(LIF)
                .build();
        Layer plain =
                new SpikingConv2D.Builder().nOut(20).hasBias(true).neuron(LIF).build();
        Layer dense = new SpikingDense.Builder().nOut(200).neuron(LIF).build();
        Layer still = new SpikingDense.Builder()
                .nOut(5000)
                .timeSteps(STEPS)
                .neuron(LIF)
                .build();
        Layer rates = new RateReadout.Builder().build();
        Layer classes = new SpikingDense.Builder().nOut(CLASSES).neuron(LIF).build();
        Layer membranes = new LeakyReadout.Builder()
                .nOut(CLASSES)
                .integrator(LeakyIntegrator.withTauInSteps(3))
                .build();
        Layer neurons = new SpikingActivation.Builder().neuron(LIF).build();
        Layer priced = new SpikingConv2D.Builder()
                .nOut(20)
                .hasBias(true)
                .neuron(LIF)
                .activity(ActivityPenalty.between(0, 0.1, 1))
                .build();
        return Stream.of(
                Arguments.of("a price on activity", FRAMES, List.of(priced, membranes)),
                Arguments.of("pooled, then not, then dense", FRAMES, List.of(pooling, plain, dense, classes, rates)),
                Arguments.of("blocks of spikes", FRAMES, List.of(packed, deeper, dense, classes, rates)),
                Arguments.of("blocks that compute again", FRAMES, List.of(packed, again, dense, classes, rates)),
                Arguments.of("not pooled", FRAMES, List.of(plain, membranes)),
                Arguments.of("neurons alone", FRAMES, List.of(plain, neurons, membranes)),
                Arguments.of("still images", InputType.feedForward(300), List.of(still, dense, membranes)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void whatIsPredictedIsWhatTheWorkspacesLearn(String name, InputType input, List<Layer> layers)
            throws InterruptedException {
        MultiLayerNetwork network = network(input, layers);
        NetworkMemory predicted = NetworkMemory.of(
                network.getLayerWiseConfigurations(), input, new PassSize(STEPS, SAMPLES, DataType.FLOAT));
        Map<String, Long> learned = workspaces(() -> {
            for (int k = 0; k < 4; k++) {
                network.fit(features(input), labels());
            }
            return null;
        });
        long stored = predicted.layers().stream()
                .mapToLong(row -> row.pass().stored())
                .sum();
        assertThat(learned.get("WS_ALL_LAYERS_ACT")).isCloseTo(Math.round(1.05 * stored), SMALL_ARRAYS);
        long working = predicted.layers().stream()
                .mapToLong(row -> row.pass().working())
                .max()
                .orElseThrow();
        assertThat(learned.get("WS_LAYER_WORKING_MEM"))
                .isCloseTo(Math.round(1.02 * working), Percentage.withPercentage(5));
        long gradients = learned.getOrDefault("WS_LAYER_ACT_1", 0L) + learned.getOrDefault("WS_LAYER_ACT_2", 0L);
        long rest = predicted.pass() - Math.round(1.05 * stored + 1.02 * working) - scratch(predicted);
        assertThat(gradients).isCloseTo(rest, within(Math.max(1 << 16, rest / 20)));
    }

    @Test
    void parametersAndUpdaterStateAreThoseOfTheNetwork() {
        Layer dense = new SpikingDense.Builder().nOut(40).neuron(LIF).build();
        Layer membranes = new LeakyReadout.Builder()
                .nOut(CLASSES)
                .integrator(LeakyIntegrator.withTauInSteps(3))
                .build();
        InputType input = InputType.recurrent(30, STEPS);
        MultiLayerNetwork network = network(input, List.of(dense, membranes));
        NetworkMemory memory = NetworkMemory.of(
                network.getLayerWiseConfigurations(), input, new PassSize(STEPS, SAMPLES, DataType.FLOAT));
        assertThat(memory.parameters()).isEqualTo(4 * network.numParams());
        assertThat(memory.updaterState()).isEqualTo(4 * network.updaterState().length());
        assertThat(memory.input()).isEqualTo(4L * SAMPLES * STEPS * 30);
        assertThat(memory.layers()).extracting(LayerRow::name).containsExactly("layer0", "layer1");
    }

    private static long scratch(NetworkMemory memory) {
        return memory.layers().stream()
                .mapToLong(row -> row.pass().scratch())
                .max()
                .orElseThrow();
    }

    private static MultiLayerNetwork network(InputType input, List<Layer> layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(1e-3))
                .list();
        layers.forEach(list::layer);
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        return network;
    }

    private static INDArray features(InputType input) {
        return input instanceof InputType.InputTypeFeedForward flat
                ? Nd4j.rand(DataType.FLOAT, SAMPLES, flat.getSize())
                : Nd4j.rand(DataType.FLOAT, STEPS, SAMPLES, 2, 24, 24)
                        .lt(0.1)
                        .castTo(DataType.FLOAT)
                        .permute(1, 2, 0, 3, 4);
    }

    private static INDArray labels() {
        INDArray labels = Nd4j.zeros(DataType.FLOAT, SAMPLES, CLASSES);
        for (int n = 0; n < SAMPLES; n++) {
            labels.putScalar(n, n, 1);
        }
        return labels;
    }

    /** Sizes of the workspaces after a task in a thread of its own, which has none before. */
    private static Map<String, Long> workspaces(Supplier<Void> task) throws InterruptedException {
        Map<String, Long> sizes = new HashMap<>();
        Thread thread = new Thread(() -> {
            task.get();
            for (MemoryWorkspace workspace : Nd4j.getWorkspaceManager().getAllWorkspacesForCurrentThread()) {
                sizes.put(workspace.getId(), workspace.getCurrentSize());
            }
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
        });
        thread.start();
        thread.join();
        return sizes;
    }
}

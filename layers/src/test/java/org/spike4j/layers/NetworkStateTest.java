package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.state.NetworkState;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.IntegrateAndFire;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.Tap;

/** A stream that is stopped, written, read into a fresh copy of the network and gone on with is the stream, bit for bit. */
class NetworkStateTest {
    private static final int STEPS = 9;
    private static final int HALF = 5;

    static Stream<NeuronModel> neurons() {
        Lif lif = Lif.withTauInSteps(3).withThreshold(0.3);
        return Stream.of(
                IntegrateAndFire.standard().withThreshold(0.7),
                lif,
                ParametricLif.withInitialTauInSteps(3).withThreshold(0.3),
                Leaky.withBeta(0.8).withThreshold(0.6),
                BidlLif.standard().withThreshold(0.3),
                new Liaf(lif, Tap.MEMBRANE, org.spike4j.neuron.Activation.TANH),
                new Inhibited(lif),
                LeakyIntegrator.withTauInSteps(4));
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void everyNeuronGoesOnInADenseLayer(NeuronModel neuron) throws IOException {
        goesOn(
                InputType.recurrent(6, STEPS),
                new long[] {3, 6, STEPS},
                new SpikingDense.Builder().nOut(9).neuron(neuron).build(),
                readout(Reduction.MEAN));
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void everyNeuronGoesOnBehindAConvolution(NeuronModel neuron) throws IOException {
        goesOn(
                Networks.volume(STEPS, 8, 2),
                new long[] {2, 2, STEPS, 8, 8},
                new SpikingConv2D.Builder()
                        .nOut(4)
                        .padding(1, 1)
                        .batchNorm(true)
                        .neuron(neuron)
                        .pooling(Pooling.MAX, 2)
                        .build(),
                readout(Reduction.LAST));
    }

    static Stream<Arguments> layers() {
        Lif lif = Lif.withTauInSteps(3).withThreshold(0.3);
        return Stream.of(
                Arguments.of(
                        "recurrent",
                        new SpikingRecurrent.Builder().nOut(9).neuron(lif).build()),
                Arguments.of(
                        "activation",
                        new SpikingActivation.Builder().neuron(lif).build()),
                Arguments.of(
                        "LSTM",
                        new LSTM.Builder().nOut(7).activation(Activation.TANH).build()),
                Arguments.of(
                        "GravesLSTM",
                        new GravesLSTM.Builder()
                                .nOut(7)
                                .activation(Activation.TANH)
                                .build()),
                Arguments.of("SimpleRnn", new SimpleRnn.Builder().nOut(7).build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void everyLayerThatRemembersGoesOn(String name, Layer layer) throws IOException {
        goesOn(InputType.recurrent(6, STEPS), new long[] {3, 6, STEPS}, layer, readout(Reduction.MEAN));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FIRST_SPIKE", "INVERSE_FIRST_SPIKE"})
    void everyReadoutGoesOn(Reduction reduction) throws IOException {
        goesOn(InputType.recurrent(6, STEPS), new long[] {3, 6, STEPS}, readout(reduction));
    }

    @Test
    void ratesGoOn() throws IOException {
        goesOn(
                InputType.recurrent(6, STEPS),
                new long[] {3, 6, STEPS},
                new SpikingDense.Builder().nOut(4).neuron(Lif.withTauInSteps(3)).build(),
                new RateReadout.Builder().build());
    }

    private static void goesOn(InputType type, long[] shape, Layer... layers) throws IOException {
        MultiLayerNetwork network = Networks.network(DataType.FLOAT, type, layers);
        INDArray input = Networks.random(DataType.FLOAT, 3, shape);
        stream(network, input, 0, HALF);
        NetworkState half = NetworkState.of(network);
        MultiLayerNetwork copy = network.clone();
        INDArray expected = stream(network, input, HALF, STEPS);
        NetworkState whole = NetworkState.of(network);
        assertThat(whole).isNotEqualTo(half);

        INDArray forgetful = stream(copy, input, HALF, STEPS);
        assertThat(forgetful.toFloatMatrix()).as("without the state").isNotEqualTo(expected.toFloatMatrix());
        copy.rnnClearPreviousState();
        reread(half).restoreInto(copy);
        assertThat(stream(copy, input, HALF, STEPS).toFloatMatrix()).isEqualTo(expected.toFloatMatrix());
        assertThat(NetworkState.of(copy)).isEqualTo(whole);
    }

    private static INDArray stream(MultiLayerNetwork network, INDArray input, int from, int to) {
        INDArray output = null;
        for (int t = from; t < to; t++) {
            output = network.rnnTimeStep(Networks.steps(input, t, t + 1));
        }
        return output;
    }

    private static NetworkState reread(NetworkState state) throws IOException {
        NetworkState read = NetworkState.read(new ByteArrayInputStream(bytes(state)));
        assertThat(read).isEqualTo(state);
        return read;
    }

    private static byte[] bytes(NetworkState state) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        state.write(out);
        return out.toByteArray();
    }

    @Test
    void aStateIsAValueThatLaterStepsLeaveAlone() {
        MultiLayerNetwork network = small(4);
        network.rnnTimeStep(Networks.random(DataType.FLOAT, 1, 3, 6, 2));
        NetworkState state = NetworkState.of(network);
        state.restoreInto(network);
        network.rnnTimeStep(Networks.random(DataType.FLOAT, 2, 3, 6, 2));
        assertThat(NetworkState.of(network)).isNotEqualTo(state);
        state.restoreInto(network);
        assertThat(NetworkState.of(network)).isEqualTo(state);
    }

    @Test
    void theInitialStateClearsAStream() {
        MultiLayerNetwork network = small(4);
        NetworkState initial = NetworkState.of(network);
        INDArray input = Networks.random(DataType.FLOAT, 1, 3, 6, 2);
        INDArray first = network.rnnTimeStep(input);
        initial.restoreInto(network);
        assertThat(network.rnnTimeStep(input).toFloatMatrix()).isEqualTo(first.toFloatMatrix());
    }

    @Test
    void aFileHoldsAState(@TempDir Path folder) throws IOException {
        NetworkState state = streamed(small(4), 3);
        Path file = folder.resolve("noon.state");
        state.write(file);
        state.write(file); // replaces it
        assertThat(NetworkState.read(file)).isEqualTo(state);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 20, 24, 25, 150})
    void aTruncatedFileIsTold(int length, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("short.state");
        Files.write(file, Arrays.copyOf(bytes(streamed(small(4), 3)), length));
        assertThatThrownBy(() -> NetworkState.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(length < 8 ? "no state of a network" : "truncated");
    }

    @Test
    void aDamagedOrForeignFileIsTold(@TempDir Path folder) throws IOException {
        byte[] good = bytes(streamed(small(4), 3));
        assertRefused(folder, "PK\3\4 and more".getBytes(StandardCharsets.ISO_8859_1), "no state of a network");
        byte[] flipped = good.clone();
        flipped[good.length - 1] ^= 1;
        assertRefused(folder, flipped, "its checksum is wrong");
        byte[] newer = good.clone();
        newer[11] = 2;
        assertRefused(folder, newer, "format version 2, this Spike4J reads version 1");
        assertRefused(folder, Arrays.copyOf(good, good.length + 1), "bytes behind the state");
    }

    private static void assertRefused(Path folder, byte[] bytes, String reason) throws IOException {
        Path file = Files.write(folder.resolve("bad.state"), bytes);
        assertThatThrownBy(() -> NetworkState.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void anotherNetworkIsRefusedAndStaysAsItWas() {
        NetworkState state = streamed(small(4), 3);
        MultiLayerNetwork other = small(5);
        NetworkState before = streamed(other, 3);
        assertThatThrownBy(() -> state.restoreInto(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer0")
                .hasMessageContaining("outputs 4")
                .hasMessageContaining("has 5");
        assertThat(NetworkState.of(other)).isEqualTo(before);
        MultiLayerNetwork deeper = Networks.network(
                DataType.FLOAT, InputType.recurrent(6, 2), dense(4), dense(4), new RateReadout.Builder().build());
        assertThatThrownBy(() -> state.restoreInto(deeper))
                .hasMessageContaining("[layer0, layer1]")
                .hasMessageContaining("[layer0, layer1, layer2]");
        MultiLayerNetwork recurrent = Networks.network(
                DataType.FLOAT,
                InputType.recurrent(6, 2),
                new SpikingRecurrent.Builder()
                        .nOut(4)
                        .neuron(Lif.withTauInSteps(2))
                        .build(),
                new RateReadout.Builder().build());
        assertThatThrownBy(() -> state.restoreInto(recurrent))
                .hasMessageContaining("kind SpikingDense")
                .hasMessageContaining("SpikingRecurrent");
    }

    @Test
    void aStreamOfAnotherMiniBatchIsRefusedAndOneThatIsOverIsNot() {
        NetworkState state = streamed(small(4), 3);
        MultiLayerNetwork network = small(4);
        streamed(network, 2);
        assertThatThrownBy(() -> state.restoreInto(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layer0")
                .hasMessageContaining("[1, 2, 4]")
                .hasMessageContaining("[1, 3, 4]")
                .hasMessageContaining("call rnnClearPreviousState() first");
        network.rnnClearPreviousState();
        state.restoreInto(network);
        assertThatThrownBy(() -> streamed(network, 2))
                .hasStackTraceContaining("for a mini-batch of 3, the input has 2");
    }

    @Test
    void anotherSizeOfImagesIsToldAtTheNextStep() {
        SpikingConv2D layer = new SpikingConv2D.Builder()
                .nOut(3)
                .neuron(Lif.withTauInSteps(2))
                .build();
        MultiLayerNetwork network = Networks.network(DataType.FLOAT, Networks.volume(1, 8, 2), layer);
        network.rnnTimeStep(Networks.random(DataType.FLOAT, 1, 2, 2, 1, 8, 8));
        assertThatThrownBy(() -> network.rnnTimeStep(Networks.random(DataType.FLOAT, 1, 2, 2, 1, 9, 9)))
                .hasStackTraceContaining("of shape [1, 2, 3, 6, 6], the input needs [1, 2, 3, 7, 7]");
    }

    @Test
    void aBidirectionalLayerIsRefused() {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                InputType.recurrent(6, 2),
                new Bidirectional(new LSTM.Builder().nOut(3).build()),
                readout(Reduction.MEAN));
        assertThatThrownBy(() -> NetworkState.of(network)).hasMessageContaining("layer0 is bidirectional");
    }

    private static NetworkState streamed(MultiLayerNetwork network, int miniBatch) {
        network.rnnTimeStep(Networks.random(DataType.FLOAT, 1, miniBatch, 6, 2));
        return NetworkState.of(network);
    }

    private static MultiLayerNetwork small(int units) {
        return Networks.network(
                DataType.FLOAT, InputType.recurrent(6, 2), dense(units), new RateReadout.Builder().build());
    }

    private static SpikingDense dense(int units) {
        return new SpikingDense.Builder()
                .nOut(units)
                .neuron(Lif.withTauInSteps(3).withThreshold(0.3))
                .build();
    }

    private static LeakyReadout readout(Reduction reduction) {
        return new LeakyReadout.Builder()
                .nOut(4)
                .integrator(LeakyIntegrator.withTauInSteps(4))
                .reduction(reduction)
                .build();
    }
}

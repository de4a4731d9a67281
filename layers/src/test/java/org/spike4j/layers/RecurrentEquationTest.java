package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.layers.streaming.StreamingInference;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.EquationNeuron;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

/** {@link SpikingRecurrent} of neurons that are compiled from equations. */
class RecurrentEquationTest {
    private static final int STEPS = 6;
    private static final int SAMPLES = 3;
    private static final InputType SEQUENCE = InputType.recurrent(4, STEPS);

    /** What {@link #lif} is, as a user writes it. */
    private static final EquationNeuron WRITTEN = EquationNeuron.of("""
            constant tau = 3 ms in (1 ms, infinity) learned per channel
            state v = 0
            dv/dt = (i - v) / tau
            spike when v >= 0.3
            on spike: v -= 0.3
            """);
    /** Adapting, with sub-steps: two states, and outputs up to 2. */
    private static final EquationNeuron ADAPTIVE = EquationNeuron.of("""
                    constant tau = 4 ms in (1 ms, infinity) learned
                    state v = 0
                    state w = 0
                    dv/dt = (i - w - v) / tau : exponential
                    dw/dt = (0.3 * v - w) / (20 ms)
                    spike when v >= 0.25
                    on spike: v -= 0.25; w += 0.1
                    """).withSubSteps(2);

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static Lif lif() {
        return Lif.withTauInSteps(3)
                .withThreshold(0.3)
                .withReset(Reset.subtract())
                .withLearned(Learned.perChannel("tau"));
    }

    private static CurrentLif currentLif() {
        return CurrentLif.withTaus(3e-3, 2e-3)
                .withThreshold(0.3)
                .withLearned(Learned.perChannel("tau"), Learned.shared("tauSynapse"));
    }

    static Stream<NeuronModel> spiking() {
        return Stream.of(currentLif(), WRITTEN, ADAPTIVE);
    }

    static Stream<Arguments> smooth() {
        NeuronModel current = currentLif().withReset(Reset.none());
        EquationNeuron cubic = EquationNeuron.of("""
                constant tau = 3 ms in (1 ms, infinity) learned per channel
                state v = 0.1
                state w = 0
                dv/dt = (v - v^3 / 3 - w + i) / tau
                dw/dt = (0.7 + v - 0.8 * w) / (12 ms)
                output v
                """).withCondition(org.spike4j.neuron.FireCondition.NEVER);
        return Stream.of(
                Arguments.of(new Liaf(current, Tap.MEMBRANE, Activation.TANH), SEQUENCE),
                Arguments.of(new Liaf(current, Tap.CARRIED, Activation.TANH), SEQUENCE),
                Arguments.of(cubic, SEQUENCE),
                Arguments.of(cubic.withSubSteps(3), InputType.feedForward(4)));
    }

    private static LeakyReadout readout() {
        return new LeakyReadout.Builder()
                .nOut(3)
                .integrator(LeakyIntegrator.withTauInSteps(4))
                .reduction(Reduction.LAST) // a mean over time would be summed in another order in a stream
                .build();
    }

    private static MultiLayerNetwork network(DataType type, InputType input, NeuronModel neuron) {
        SpikingRecurrent.Builder recurrent =
                new SpikingRecurrent.Builder().nOut(5).neuron(neuron);
        if (input != SEQUENCE) {
            recurrent.timeSteps(STEPS);
        }
        return Networks.network(type, input, recurrent.build(), readout());
    }

    private static INDArray sequence(DataType type) {
        return Networks.random(type, 7, SAMPLES, 4, STEPS);
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void gradientEqualsFiniteDifference(NeuronModel neuron, InputType type) {
        MultiLayerNetwork network = network(DataType.DOUBLE, type, neuron);
        INDArray input = type == SEQUENCE ? sequence(DataType.DOUBLE) : Networks.random(DataType.DOUBLE, 7, SAMPLES, 4);
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                        .net(network)
                        .input(input)
                        .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                        .epsilon(1e-6)
                        .maxRelError(1e-4)
                        .minAbsoluteError(1e-8)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)))
                .isTrue();
    }

    /** The affine kernels' surrogate gradient is checked against dual numbers, so this checks that of compiled spikes. */
    @Test
    void theEquationsOfALifGiveItsOutputAndItsGradients() {
        MultiLayerNetwork affine = network(DataType.DOUBLE, SEQUENCE, lif());
        MultiLayerNetwork written = network(DataType.DOUBLE, SEQUENCE, WRITTEN);
        for (MultiLayerNetwork network : new MultiLayerNetwork[] {affine, written}) {
            network.setInput(sequence(DataType.DOUBLE));
            network.setLabels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3));
            network.computeGradientAndScore();
        }
        for (String key : new String[] {"0_W", "0_R", "0_b"}) {
            INDArray expected = affine.gradient().getGradientFor(key);
            assertThat(expected.norm2Number().doubleValue()).isPositive();
            assertThat(written.gradient().getGradientFor(key).equalsWithEps(expected, 1e-12))
                    .as(key)
                    .isTrue();
        }
        assertThat(written.score()).isCloseTo(affine.score(), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("spiking")
    void stepByStepHasTheBitsOfTheWholeSequence(NeuronModel neuron) {
        MultiLayerNetwork network = network(DataType.DOUBLE, SEQUENCE, neuron);
        INDArray input = sequence(DataType.DOUBLE);
        INDArray spikes = network.feedForward(input).get(1).dup('c');
        assertThat(spikes.sumNumber().doubleValue()).isBetween(5.0, 2.0 * spikes.length() - 5);
        network.getLayer(0).getParam("R").muli(-2);
        assertThat(network.feedForward(input).get(1)).isNotEqualTo(spikes); // else the test would not see R
        network.getLayer(0).getParam("R").divi(-2);
        INDArray expected = network.output(input);
        INDArray last = null;
        for (int t = 0; t < STEPS; t++) {
            INDArray step = input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(t, t + 1));
            last = network.rnnTimeStep(step.dup());
        }
        assertThat(last.dup().data().asDouble())
                .containsExactly(expected.dup().data().asDouble());
    }

    @ParameterizedTest
    @MethodSource("spiking")
    void aStreamGivesWhatTheNetworkGives(NeuronModel neuron) {
        MultiLayerNetwork network = network(DataType.FLOAT, SEQUENCE, neuron);
        INDArray input = Networks.random(DataType.FLOAT, 7, 1, 4, STEPS);
        StreamingInference stream = StreamingInference.of(network, 4);
        float[] output = new float[3];
        for (int t = 0; t < STEPS; t++) {
            INDArray step = input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(t, t + 1));
            stream.step(step.dup('c').data().asFloat(), output);
        }
        float[] expected = network.output(input).dup().data().asFloat();
        assertThat(output).containsExactly(expected, within(1e-5f));
    }

    @ParameterizedTest
    @MethodSource("spiking")
    void jsonKeepsTheNeuron(NeuronModel neuron) {
        MultiLayerNetwork network = network(DataType.DOUBLE, SEQUENCE, neuron);
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
        assertThat(read).isEqualTo(configuration);
        MultiLayerNetwork restored = new MultiLayerNetwork(read);
        restored.init(network.params(), true);
        assertThat(restored.output(sequence(DataType.DOUBLE))).isEqualTo(network.output(sequence(DataType.DOUBLE)));
    }
}

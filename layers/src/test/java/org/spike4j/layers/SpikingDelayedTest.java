package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.layers.streaming.StreamingInference;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

/** {@link SpikingDelayed} in networks. */
class SpikingDelayedTest {
    private static final int STEPS = 6;
    private static final int SAMPLES = 3;
    private static final InputType SEQUENCE = InputType.recurrent(4, STEPS);
    private static final SigmaSchedule WIDE = SigmaSchedule.constant(0.8);

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static SpikingDelayed.Builder delayed(int units, int maxDelay, NeuronModel neuron) {
        return new SpikingDelayed.Builder()
                .nOut(units)
                .neuron(neuron)
                .maxDelay(maxDelay)
                .sigma(WIDE);
    }

    private static NeuronModel smooth() {
        Lif lif = Lif.withTauInSteps(2.5).withReset(Reset.none()).withLearned(Learned.perChannel("tau"));
        return new Liaf(lif, Tap.MEMBRANE, org.spike4j.neuron.Activation.TANH);
    }

    /** Puts out its current: the leak of one Euler step of dt = tau. */
    private static NeuronModel transparent() {
        return new Liaf(
                Lif.withTauInSteps(1).withReset(Reset.none()), Tap.MEMBRANE, org.spike4j.neuron.Activation.IDENTITY);
    }

    private static Lif lif() {
        return Lif.withTauInSteps(3).withThreshold(0.3);
    }

    private static INDArray input() {
        return Networks.random(DataType.DOUBLE, 7, SAMPLES, 4, STEPS);
    }

    /** Delays within and beyond the sequence; bumps, bumps of the last width, and whole delays. */
    @ParameterizedTest
    @CsvSource({"3, true, true", "9, true, true", "3, false, true", "3, false, false", "9, false, false"})
    void currentsAreTheDocumentedSum(int maxDelay, boolean training, boolean rounded) {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                SEQUENCE,
                delayed(2, maxDelay, transparent())
                        .roundedInference(rounded)
                        .biasInit(0.25)
                        .build(),
                new RateReadout.Builder().build());
        INDArray output = network.feedForward(input(), training).get(1);
        INDArray weights = network.getLayer(0).getParam("W");
        INDArray raw = network.getLayer(0).getParam("delay");
        for (int t = 0; t < STEPS; t++) {
            for (int n = 0; n < SAMPLES; n++) {
                for (int o = 0; o < 2; o++) {
                    double current = 0.25;
                    for (int i = 0; i < 4; i++) {
                        double position = maxDelay / (1 + Math.exp(-raw.getDouble(i, o)));
                        double[] bump = new double[maxDelay + 1];
                        double sum = 0;
                        for (int d = 0; d <= maxDelay; d++) {
                            boolean nearest = Math.round(position) == d;
                            bump[d] = training || !rounded
                                    ? Math.exp(-(d - position) * (d - position) / (2 * 0.8 * 0.8))
                                    : nearest ? 1 : 0;
                            sum += bump[d];
                        }
                        for (int d = 0; d <= Math.min(t, maxDelay); d++) {
                            current += weights.getDouble(i, o) * bump[d] / sum * input().getDouble(n, i, t - d);
                        }
                    }
                    assertThat(output.getDouble(t * SAMPLES + n, o)).isCloseTo(current, within(1e-12));
                }
            }
        }
    }

    static Stream<Arguments> networks() {
        Layer readout = new LeakyReadout.Builder().nOut(3).build();
        return Stream.of(
                Arguments.of("one", new Layer[] {delayed(3, 3, smooth()).build(), readout}),
                Arguments.of("two without bias, longer than the sequence", new Layer[] {
                    delayed(3, 2, smooth()).hasBias(false).build(),
                    delayed(3, STEPS + 2, smooth()).build(),
                    new RateReadout.Builder().build()
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void gradientEqualsFiniteDifference(String name, Layer[] layers) {
        MultiLayerNetwork network = Networks.network(DataType.DOUBLE, SEQUENCE, layers);
        assertThat(GradientCheckUtil.checkGradients(check(network))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void gradientEqualsFiniteDifferenceWithAMask(String name, Layer[] layers) {
        MultiLayerNetwork network = Networks.network(DataType.DOUBLE, SEQUENCE, layers);
        INDArray mask = Nd4j.ones(DataType.DOUBLE, SAMPLES, STEPS);
        mask.putScalar(1, 2, 0);
        mask.putScalar(2, STEPS - 1, 0);
        assertThat(GradientCheckUtil.checkGradients(check(network).inputMask(mask)))
                .isTrue();
    }

    private static GradientCheckUtil.MLNConfig check(MultiLayerNetwork network) {
        return new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(input())
                .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY);
    }

    /** The gradient on the input of the first layer, which no gradient check of parameters sees. */
    @Test
    void inputGradientEqualsFiniteDifference() {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                SEQUENCE,
                delayed(3, 3, smooth()).build(),
                new LeakyReadout.Builder().nOut(3).build());
        INDArray labels = Networks.oneHot(DataType.DOUBLE, SAMPLES, 3);
        INDArray gradient =
                network.calculateGradients(input(), labels, null, null).getSecond();
        for (int t = 0; t < STEPS; t++) {
            INDArray up = input();
            up.putScalar(new int[] {1, 2, t}, up.getDouble(1, 2, t) + 1e-6);
            INDArray down = input();
            down.putScalar(new int[] {1, 2, t}, down.getDouble(1, 2, t) - 1e-6);
            double difference = (score(network, up, labels) - score(network, down, labels)) / 2e-6;
            assertThat(gradient.getDouble(1, 2, t)).isCloseTo(SAMPLES * difference, within(1e-7));
        }
    }

    private static double score(MultiLayerNetwork network, INDArray input, INDArray labels) {
        return network.score(new org.nd4j.linalg.dataset.DataSet(input, labels), true);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "3, 4", "1, 9", "4, 17"})
    void streamingHasTheBitsOfTheWholeSequence(int piece, int maxDelay) {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                InputType.recurrent(33, 12),
                delayed(65, maxDelay, lif()).build(),
                delayed(17, maxDelay, lif()).build(),
                new LeakyReadout.Builder().nOut(3).reduction(Reduction.LAST).build());
        INDArray input = Networks.random(DataType.DOUBLE, 7, 5, 33, 12);
        INDArray whole = network.output(input);
        assertThat(whole.stdNumber().doubleValue()).isPositive();
        INDArray last = null;
        for (int t = 0; t < 12; t += piece) {
            last = network.rnnTimeStep(steps(input, t, t + piece));
        }
        assertThat(last.dup().data().asDouble())
                .containsExactly(whole.dup().data().asDouble());
        network.rnnClearPreviousState();
        assertThat(network.rnnTimeStep(steps(input, 6, 12))).isNotEqualTo(last); // the line was forgotten
    }

    @Test
    void truncatedBackpropagationCarriesTheLine() {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                new Sgd(0.1),
                SEQUENCE,
                delayed(9, 4, lif()).build(),
                new RnnOutputLayer.Builder()
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build());
        INDArray whole =
                network.rnnActivateUsingStoredState(input(), true, false).get(1).dup();
        network.rnnActivateUsingStoredState(steps(input(), 0, 3), true, true);
        INDArray carried = network.rnnActivateUsingStoredState(steps(input(), 3, 6), true, true)
                .get(1);
        INDArray expected = whole.get(NDArrayIndex.interval(SAMPLES * 3L, SAMPLES * 6L), NDArrayIndex.all());
        assertThat(carried.equalsWithEps(expected.dup(), 1e-12)).isTrue();
    }

    private static INDArray steps(INDArray sequence, int from, int to) {
        return sequence.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, to))
                .dup();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ITERATION", "EPOCH"})
    void bumpsNarrowAsDeeplearning4jCounts(String unit) {
        SigmaSchedule schedule = new SigmaSchedule(4, 0.5, 3, SigmaSchedule.Unit.valueOf(unit));
        assertThat(schedule.at(0, 0)).isEqualTo(4);
        assertThat(schedule.at(1, 1)).isCloseTo(2, within(1e-12));
        assertThat(schedule.at(3, 3)).isEqualTo(0.5);
        assertThat(schedule.at(9, 9)).isEqualTo(0.5);
        MultiLayerNetwork narrowing = withSigma(schedule);
        INDArray wide = withSigma(SigmaSchedule.constant(4))
                .feedForward(input(), true)
                .get(1)
                .dup();
        INDArray narrow = withSigma(SigmaSchedule.constant(0.5))
                .feedForward(input(), true)
                .get(1)
                .dup();
        assertThat(wide).isNotEqualTo(narrow);
        assertThat(narrowing.feedForward(input(), true).get(1)).isEqualTo(wide);
        for (int k = 0; k < 4; k++) {
            narrowing.fit(input(), Networks.oneHot(DataType.DOUBLE, SAMPLES, 2));
            narrowing.setEpochCount(k + 1); // as fit of an iterator does
        }
        assertThat(narrowing.feedForward(input(), true).get(1).equalsWithEps(narrow, 1e-12))
                .isTrue();
    }

    private static MultiLayerNetwork withSigma(SigmaSchedule schedule) {
        return Networks.network(
                DataType.DOUBLE,
                new Sgd(0),
                SEQUENCE,
                delayed(2, 5, transparent()).sigma(schedule).build(),
                new RateReadout.Builder().build());
    }

    @Test
    void delaysCanLearnAtARateOfTheirOwn() {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                new Sgd(0),
                SEQUENCE,
                delayed(2, 5, smooth()).delayUpdater(new Sgd(1)).build(),
                new RateReadout.Builder().build());
        INDArray weights = network.getLayer(0).getParam("W").dup();
        INDArray delays = network.getLayer(0).getParam("delay").dup();
        network.fit(input(), Networks.oneHot(DataType.DOUBLE, SAMPLES, 2));
        assertThat(network.getLayer(0).getParam("W")).isEqualTo(weights);
        assertThat(network.getLayer(0).getParam("delay")).isNotEqualTo(delays);
    }

    @Test
    void aGraphTrainsAndStreamsIt() {
        ComputationGraph smooth = graph(smooth());
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                        .net(smooth)
                        .inputs(new INDArray[] {input()})
                        .labels(new INDArray[] {Networks.oneHot(DataType.DOUBLE, SAMPLES, 3)})
                        .epsilon(1e-6)
                        .maxRelError(1e-4)
                        .minAbsoluteError(1e-8)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)))
                .isTrue();
        ComputationGraph graph = graph(lif());
        INDArray whole = graph.outputSingle(input());
        INDArray last = null;
        for (int t = 0; t < STEPS; t++) {
            last = graph.rnnTimeStep(steps(input(), t, t + 1))[0];
        }
        assertThat(last.equalsWithEps(whole, 1e-12)).isTrue();
        assertThat(ComputationGraphConfiguration.fromJson(
                        graph.getConfiguration().toJson()))
                .isEqualTo(graph.getConfiguration());
    }

    private static ComputationGraph graph(NeuronModel neuron) {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("events")
                .addLayer("first", delayed(4, 3, neuron).build(), "events")
                .addLayer("second", delayed(3, 2, neuron).build(), "first")
                .addLayer("readout", new RateReadout.Builder().build(), "second")
                .setOutputs("readout")
                .setInputTypes(SEQUENCE)
                .build());
        graph.init();
        return graph;
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() ->
                        new SpikingDelayed.Builder().neuron(lif()).maxDelay(3).build())
                .hasMessageContaining("call sigma(...)");
        assertThatThrownBy(() ->
                        new SpikingDelayed.Builder().neuron(lif()).sigma(WIDE).build())
                .hasMessageContaining("call maxDelay(...)");
        assertThatThrownBy(() -> delayed(3, 2, lif()).timeSteps(4).build()).hasMessageContaining("static input");
        assertThatThrownBy(() -> SigmaSchedule.constant(0)).hasMessageContaining("must be > 0 steps");
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT, SEQUENCE, delayed(3, 2, lif()).build(), new RateReadout.Builder().build());
        assertThatThrownBy(() -> StreamingInference.of(network, 4))
                .hasMessageContaining("SpikingDelayed \"layer0\" cannot be streamed");
    }
}

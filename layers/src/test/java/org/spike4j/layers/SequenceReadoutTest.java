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
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;
import org.spike4j.layers.loss.CountSquares;
import org.spike4j.layers.loss.CrossEntropy;
import org.spike4j.layers.loss.FirstSpikeCrossEntropy;
import org.spike4j.layers.loss.FirstSpikeSquares;
import org.spike4j.layers.loss.MeanSquares;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.layers.loss.TemporalEfficientTraining;
import org.spike4j.layers.loss.VanRossum;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

/** Losses on sequences inside networks; the losses themselves are tested by hand in their package. */
class SequenceReadoutTest {
    private static final int STEPS = 5;
    private static final int SAMPLES = 3;
    private static final int CLASSES = 3;
    private static final double ROUNDING = 1e-12;

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    static Stream<SequenceLoss> smooth() {
        return Stream.of(
                CrossEntropy.ofCounts().withWeights(0.5, 1.0, 2.0),
                CrossEntropy.over(Reduction.EVERY_STEP),
                CrossEntropy.over(Reduction.MAX),
                MeanSquares.over(Reduction.LAST).withTargets(0.9, 0.1),
                CountSquares.standard(),
                TemporalEfficientTraining.withLambda(0.2, 1),
                VanRossum.withTauInSteps(3));
    }

    static Stream<SequenceLoss> all() {
        return Stream.concat(
                smooth(),
                Stream.of(
                        FirstSpikeCrossEntropy.negated(),
                        FirstSpikeCrossEntropy.inverse().withWeights(1.0, 2.0, 3.0),
                        FirstSpikeSquares.standard().withTolerance(2),
                        FirstSpikeSquares.ofTrains()));
    }

    private static Layer[] layers(SequenceLoss loss, NeuronModel neuron) {
        return new Layer[] {
            new SpikingDense.Builder().nOut(2 * CLASSES).neuron(neuron).build(),
            new SequenceReadout.Builder().neuronsPerClass(2).loss(loss).build()
        };
    }

    private static NeuronModel analog() {
        return new Liaf(Lif.withTauInSteps(2.5).withReset(Reset.none()), Tap.MEMBRANE, Activation.TANH);
    }

    private static NeuronModel spiking() {
        return Lif.withTauInSteps(2).withThreshold(0.5);
    }

    private static MultiLayerNetwork network(SequenceLoss loss, NeuronModel neuron) {
        return Networks.network(DataType.DOUBLE, InputType.recurrent(4, STEPS), layers(loss, neuron));
    }

    private static INDArray input() {
        return Networks.random(DataType.DOUBLE, 7, SAMPLES, 4, STEPS);
    }

    private static INDArray labels(SequenceLoss loss) {
        return loss.takesTrains()
                ? Networks.random(DataType.DOUBLE, 8, SAMPLES, CLASSES, STEPS)
                        .gt(1.2)
                        .castTo(DataType.DOUBLE)
                : Networks.oneHot(DataType.DOUBLE, SAMPLES, CLASSES);
    }

    /** Sample 1 lacks its last step, sample 2 its first and its last two. */
    private static INDArray mask() {
        INDArray mask = Nd4j.ones(DataType.DOUBLE, SAMPLES, STEPS);
        mask.putScalar(1, STEPS - 1, 0);
        mask.putScalar(2, 0, 0);
        mask.putScalar(2, STEPS - 1, 0);
        mask.putScalar(2, STEPS - 2, 0);
        return mask;
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void gradientEqualsFiniteDifference(SequenceLoss loss) {
        for (INDArray mask : new INDArray[] {null, mask()}) {
            boolean passed = GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                    .net(network(loss, analog()))
                    .input(input())
                    .inputMask(mask)
                    .labels(labels(loss))
                    .epsilon(1e-6)
                    .maxRelError(1e-4)
                    .minAbsoluteError(1e-8)
                    .print(GradientCheckUtil.PrintMode.FAILURES_ONLY));
            assertThat(passed).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aGraphComputesWhatANetworkOfLayersDoes(SequenceLoss loss) {
        Layer[] layers = layers(loss, spiking());
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("input")
                .addLayer("dense", layers[0], "input")
                .addLayer("readout", layers[1], "dense")
                .setOutputs("readout")
                .setInputTypes(InputType.recurrent(4, STEPS))
                .build();
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        MultiLayerNetwork network = network(loss, spiking());
        graph.setParams(network.params());
        DataSet data = new DataSet(input(), labels(loss));
        assertThat(network.output(data.getFeatures()).sumNumber().doubleValue()).isNotZero();
        assertThat(graph.outputSingle(data.getFeatures())).isEqualTo(network.output(data.getFeatures()));
        assertThat(graph.score(data)).isEqualTo(network.score(data));
        graph.fit(data);
        network.fit(data);
        assertThat(graph.gradient().gradient()).isEqualTo(network.gradient().gradient());
        assertThat(network.gradient().gradient().norm2Number().doubleValue()).isPositive();
        assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
                .isEqualTo(configuration);
    }

    @ParameterizedTest
    @MethodSource("all")
    void scoresOfExamplesAddUpToTheScoreAndToThatOfTraining(SequenceLoss loss) {
        MultiLayerNetwork network = network(loss, spiking());
        DataSet data = new DataSet(input(), labels(loss), mask(), null);
        double score = network.score(data);
        assertThat(network.scoreExamples(data, false).meanNumber().doubleValue())
                .isCloseTo(score, within(ROUNDING));
        network.fit(data);
        assertThat(network.score()).isCloseTo(score, within(ROUNDING));
        assertThat(score).isPositive();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMaskMakesALongSequenceEqualToAShortOne(SequenceLoss loss) {
        MultiLayerNetwork network = network(loss, spiking());
        Cuttable data = new Cuttable(input(), labels(loss), loss.takesTrains());
        INDArray mask = Nd4j.ones(DataType.DOUBLE, SAMPLES, STEPS);
        mask.get(NDArrayIndex.all(), NDArrayIndex.interval(STEPS - 2, STEPS)).assign(0);
        double masked = network.score(new DataSet(data.input, data.labels, mask, null));
        assertThat(masked).isCloseTo(network.score(data.cut(STEPS - 2)), within(ROUNDING));
    }

    /** A data set that can be cut in time. */
    private record Cuttable(INDArray input, INDArray labels, boolean trains) {
        DataSet cut(int steps) {
            return new DataSet(first(input, steps), trains ? first(labels, steps) : labels);
        }

        private static INDArray first(INDArray sequence, int steps) {
            return sequence.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, steps))
                    .dup();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void piecesOfASequenceEndAtItsOutput(SequenceLoss loss) {
        MultiLayerNetwork network = network(loss, spiking());
        INDArray whole = network.output(input());
        network.rnnTimeStep(piece(0, 2));
        INDArray last = network.rnnTimeStep(piece(2, STEPS));
        INDArray expected = loss.putsOutTrains()
                ? whole.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(2, STEPS))
                : whole;
        assertThat(last.equalsWithEps(expected.dup(), ROUNDING)).isTrue();
    }

    private static INDArray piece(int from, int to) {
        return input().get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, to))
                .dup();
    }

    @Test
    void theOutputIsWhatEvaluationTakesTheLargestOf() {
        INDArray spikes = Nd4j.zeros(DataType.DOUBLE, 1, 4, STEPS);
        spikes.putScalar(0, 0, 3, 1); // class 0 spikes late, by its first neuron
        spikes.putScalar(0, 1, 4, 1); // and by its second
        spikes.putScalar(0, 3, 1, 1); // class 1 spikes once, early, by its second
        assertThat(output(MeanSquares.over(Reduction.SUM), spikes)).containsExactly(2, 1);
        assertThat(output(MeanSquares.ofRates(), spikes)).containsExactly(0.4, 0.2);
        assertThat(output(FirstSpikeSquares.standard(), spikes)).containsExactly(-3, -1);
        double early = 1 / (1 + Math.exp(-2));
        assertThat(output(FirstSpikeCrossEntropy.negated(), spikes))
                .containsExactly(new double[] {1 - early, early}, within(ROUNDING));
        assertThat(output(VanRossum.withTauInSteps(2), spikes)).containsExactly(0, 0, 0, 1, 1, 0, 1, 0, 0, 0);
    }

    /** A readout behind neurons that put out their input. */
    private static double[] output(SequenceLoss loss, INDArray spikes) {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                InputType.recurrent(4, STEPS),
                new SpikingActivation.Builder()
                        .neuron(Lif.withTauInSteps(1).withThreshold(0.5))
                        .build(),
                new SequenceReadout.Builder().neuronsPerClass(2).loss(loss).build());
        INDArray output = network.output(spikes);
        return output.dup('c').reshape(output.length()).toDoubleVector();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Networks.network(
                        DataType.DOUBLE,
                        InputType.recurrent(5, STEPS),
                        new SequenceReadout.Builder().neuronsPerClass(2).build()))
                .hasMessageContaining("must be a multiple of its 2 neurons a class, were 5");
        assertThatThrownBy(() -> network(CrossEntropy.ofCounts().withWeights(1.0), spiking()))
                .hasMessageContaining("one for each of the 3 classes, were 1");
        INDArray oneHot = Networks.oneHot(DataType.DOUBLE, SAMPLES, CLASSES);
        assertThatThrownBy(() -> network(VanRossum.withTauInSteps(2), spiking()).fit(input(), oneHot))
                .hasMessageContaining("labels must be [3, 3, 5], trains of the samples, were [3, 3]");
        assertThatThrownBy(() -> new LeakyReadout.Builder()
                        .nOut(3)
                        .loss(FirstSpikeSquares.standard())
                        .build())
                .hasMessageContaining("membranes have no spikes to time")
                .hasMessageContaining("use SpikingDense and SequenceReadout");
        assertThatThrownBy(() -> new LeakyReadout.Builder()
                        .nOut(3)
                        .reduction(Reduction.FIRST_SPIKE)
                        .build())
                .hasMessageContaining("membranes have no spikes to time");
    }
}

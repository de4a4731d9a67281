package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

class TemporalBatchNormTest {
    private static final int STEPS = 4;
    private static final int SAMPLES = 3;
    private static final int CHANNELS = 2;
    private static final double EPSILON = 1e-5;

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    static Stream<TemporalNorm> kinds() {
        return Stream.of(
                TemporalNorm.plain(),
                TemporalNorm.thresholdDependent(0.4).inResidualBranch(),
                TemporalNorm.effective(STEPS),
                TemporalNorm.throughTime(STEPS));
    }

    private static Layer norm(TemporalNorm kind) {
        return new TemporalBatchNorm.Builder().norm(kind).build();
    }

    private static NeuronModel smooth() {
        return new Liaf(
                Lif.withTauInSteps(2.5).withReset(Reset.none()), Tap.MEMBRANE, org.spike4j.neuron.Activation.TANH);
    }

    private static MultiLayerNetwork normaliser(TemporalNorm kind, double rate) {
        return Networks.network(
                DataType.DOUBLE,
                new Sgd(rate),
                Networks.volume(STEPS, 3, CHANNELS),
                norm(kind),
                new RateReadout.Builder().build());
    }

    private static INDArray video(long seed) {
        return Networks.random(DataType.DOUBLE, seed, SAMPLES, CHANNELS, STEPS, 3, 3);
    }

    /** Steps in which the statistics of a step are taken. */
    private static INDArray statisticsOf(TemporalNorm kind, INDArray channel, int step) {
        return kind.groups() == 1
                ? channel
                : channel.get(NDArrayIndex.all(), NDArrayIndex.interval(step, step + 1))
                        .dup();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void trainingEqualsTheDocumentedFormula(TemporalNorm kind) {
        MultiLayerNetwork network = normaliser(kind, 0);
        INDArray gamma = network.getLayer(0).getParam("gamma");
        gamma.assign(Networks.random(DataType.DOUBLE, 5, gamma.length()));
        INDArray beta = network.getLayer(0).getParam("beta");
        INDArray weights = network.getLayer(0).getParam("p");
        assertThat(beta == null).isEqualTo(kind instanceof TemporalNorm.ThroughTime);
        assertThat(weights == null).isEqualTo(!(kind instanceof TemporalNorm.Effective));
        if (beta != null) {
            beta.assign(Networks.random(DataType.DOUBLE, 6, beta.length()));
        }
        if (weights != null) {
            weights.assign(Networks.random(DataType.DOUBLE, 7, weights.length()));
        }
        INDArray x = video(1);
        INDArray y = network.feedForward(x, true).get(1); // [T*N, C, H, W]
        for (int c = 0; c < CHANNELS; c++) {
            INDArray channel = x.get(NDArrayIndex.all(), NDArrayIndex.point(c)).dup(); // [N, T, H, W]
            for (int t = 0; t < STEPS; t++) {
                INDArray over = statisticsOf(kind, channel, t);
                double mean = over.meanNumber().doubleValue();
                double variance = over.sub(mean).norm2Number().doubleValue();
                variance = variance * variance / over.length();
                int group = kind.groups() == 1 ? 0 : t;
                double scale = kind.factor() * gamma.getDouble(group * CHANNELS + c) / Math.sqrt(variance + EPSILON);
                double shift = beta == null ? 0 : beta.getDouble(c);
                double weight = weights == null ? 1 : weights.getDouble(t);
                for (int n = 0; n < SAMPLES; n++) {
                    double expected = weight * (scale * (x.getDouble(n, c, t, 1, 2) - mean) + shift);
                    assertThat(y.getDouble(t * SAMPLES + n, c, 1, 2)).isCloseTo(expected, within(1e-12));
                }
            }
        }
    }

    @Test
    void theFactorIsThresholdTimesAlpha() {
        assertThat(TemporalNorm.thresholdDependent(0.4).factor()).isEqualTo(0.4);
        assertThat(TemporalNorm.thresholdDependent(0.4).inResidualBranch().factor())
                .isCloseTo(0.4 / Math.sqrt(2), within(1e-15));
        assertThatThrownBy(() -> TemporalNorm.thresholdDependent(Double.NaN))
                .hasMessageContaining("alpha and threshold must be > 0");
        assertThatThrownBy(() -> TemporalNorm.effective(0)).hasMessageContaining("steps must be >= 1, was 0");
    }

    private static GradientCheckUtil.MLNConfig check(MultiLayerNetwork network, INDArray input) {
        return new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(input)
                .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                .excludeParams(Set.of("1_mean", "1_var"));
    }

    /** The layer in front shows that the gradient on the input is right. */
    @ParameterizedTest
    @MethodSource("kinds")
    void gradientEqualsFiniteDifferenceOnVectors(TemporalNorm kind) {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                InputType.recurrent(5, STEPS),
                new DenseLayer.Builder().nOut(4).activation(Activation.TANH).build(),
                norm(kind),
                new SpikingActivation.Builder().neuron(smooth()).build(),
                new SpikingDense.Builder().nOut(3).neuron(smooth()).build(),
                new RateReadout.Builder().build());
        perturb(network);
        INDArray input = Networks.random(DataType.DOUBLE, 7, SAMPLES, 5, STEPS);
        assertThat(GradientCheckUtil.checkGradients(check(network, input))).isTrue();
        INDArray mask = Nd4j.ones(DataType.DOUBLE, SAMPLES, STEPS);
        mask.putScalar(1, STEPS - 1, 0);
        assertThat(GradientCheckUtil.checkGradients(check(network, input).inputMask(mask)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gradientEqualsFiniteDifferenceOnImages(TemporalNorm kind) {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                Networks.volume(STEPS, 4, CHANNELS),
                new SpikingConv2D.Builder().nOut(3).neuron(smooth()).build(),
                norm(kind),
                new ConvolutionLayer.Builder(2, 2)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build(),
                new SpikingDense.Builder().nOut(3).neuron(smooth()).build(),
                new RateReadout.Builder().build());
        perturb(network);
        INDArray input = Networks.random(DataType.DOUBLE, 7, SAMPLES, CHANNELS, STEPS, 4, 4);
        assertThat(GradientCheckUtil.checkGradients(check(network, input))).isTrue();
    }

    /** At 1 and 0, errors in gamma, beta and p could hide. */
    private static void perturb(MultiLayerNetwork network) {
        for (String key : new String[] {"gamma", "beta", "p"}) {
            INDArray parameter = network.getLayer(1).getParam(key);
            if (parameter != null) {
                parameter.addi(
                        Networks.random(DataType.DOUBLE, 3, parameter.length()).muli(0.3));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void gradientInAGraphEqualsFiniteDifference(TemporalNorm kind) {
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .graphBuilder()
                .addInputs("events")
                .addLayer(
                        "stem",
                        new SpikingDense.Builder().nOut(4).neuron(smooth()).build(),
                        "events")
                .addLayer("norm", norm(kind), "stem")
                .addLayer(
                        "dense",
                        new SpikingDense.Builder().nOut(3).neuron(smooth()).build(),
                        "norm")
                .addLayer("readout", new RateReadout.Builder().build(), "dense")
                .setOutputs("readout")
                .setInputTypes(InputType.recurrent(5, STEPS))
                .build();
        assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
                .isEqualTo(configuration);
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        boolean passed = GradientCheckUtil.checkGradients(new GradientCheckUtil.GraphConfig()
                .net(graph)
                .inputs(new INDArray[] {Networks.random(DataType.DOUBLE, 1, SAMPLES, 5, STEPS)})
                .labels(new INDArray[] {Networks.oneHot(DataType.DOUBLE, SAMPLES, 3)})
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                .excludeParams(Set.of("norm_mean", "norm_var")));
        assertThat(passed).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void runningAveragesApproachTheStatisticsAndServeInference(TemporalNorm kind) {
        MultiLayerNetwork network = normaliser(kind, 0);
        INDArray x = video(1);
        INDArray labels = Networks.random(DataType.DOUBLE, 2, SAMPLES, CHANNELS * 9);
        INDArray trained = network.feedForward(x, true).get(1).dup();
        network.fit(x, labels);
        INDArray mean = network.getLayer(0).getParam("mean").dup();
        network.fit(x, labels);
        // each update keeps 0.9 of the old average: m1 = 0.1 m, m2 = 0.19 m
        assertThat(network.getLayer(0).getParam("mean").equalsWithEps(mean.mul(1.9), 1e-9))
                .isTrue();
        for (int k = 0; k < 300; k++) {
            network.fit(x, labels);
        }
        assertThat(network.feedForward(x, false).get(1).equalsWithEps(trained, 1e-6))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aStreamGivesTheStepsOfTheSequence(TemporalNorm kind) {
        MultiLayerNetwork network = normaliser(kind, 0);
        network.params()
                .assign(Networks.random(DataType.DOUBLE, 9, network.params().length())
                        .addi(0.1));
        INDArray x = video(1);
        INDArray whole = network.feedForward(x, false).get(1);
        RecurrentLayer layer = (RecurrentLayer) network.getLayer(0);
        for (int t = 0; t < STEPS; t++) {
            INDArray step = x.get(
                            NDArrayIndex.all(),
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(t, t + 1),
                            NDArrayIndex.all(),
                            NDArrayIndex.all())
                    .permute(2, 0, 1, 3, 4)
                    .dup('c');
            INDArray now = layer.rnnTimeStep(step, LayerWorkspaceMgr.noWorkspaces());
            INDArray expected = whole.get(NDArrayIndex.interval(t * SAMPLES, (t + 1) * SAMPLES));
            assertThat(now.equalsWithEps(expected.dup(), 1e-14)).isTrue();
        }
        assertThat(layer.rnnGetPreviousState().get("step").getInt(0)).isEqualTo(STEPS);
        network.rnnClearPreviousState();
        assertThat(layer.rnnGetPreviousState().get("step").getInt(0)).isZero();
    }

    @Test
    void moreStepsThanParametersAreAnErrorAndFewerUseTheFirst() {
        MultiLayerNetwork network = normaliser(TemporalNorm.throughTime(2), 0);
        assertThatThrownBy(() -> network.output(video(1)))
                .hasMessageContaining("has parameters for 2 steps, but the sequence goes on to step 4");
        MultiLayerNetwork longer = normaliser(TemporalNorm.throughTime(STEPS + 3), 1);
        INDArray gamma = longer.getLayer(0).getParam("gamma");
        INDArray before = gamma.dup();
        longer.fit(video(1), Networks.random(DataType.DOUBLE, 2, SAMPLES, CHANNELS * 9));
        long seen = STEPS * CHANNELS;
        INDArray change = gamma.sub(before);
        assertThat(change.get(NDArrayIndex.interval(0, seen)).norm2Number().doubleValue())
                .isPositive();
        assertThat(change.get(NDArrayIndex.interval(seen, gamma.length()))
                        .norm2Number()
                        .doubleValue())
                .isZero();
    }

    @Test
    void aStreamThatGoesOnTooLongSaysHowToEndIt() {
        MultiLayerNetwork network = normaliser(TemporalNorm.effective(STEPS), 0);
        network.rnnTimeStep(video(1));
        assertThatThrownBy(() -> network.rnnTimeStep(video(1))).hasStackTraceContaining("rnnClearPreviousState()");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void filesKeepTheLayer(TemporalNorm kind, @TempDir Path folder) throws IOException {
        MultiLayerNetwork network = normaliser(kind, 0.1);
        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
        network.fit(video(1), Networks.random(DataType.DOUBLE, 2, SAMPLES, CHANNELS * 9));
        File file = folder.resolve("network.zip").toFile();
        ModelSerializer.writeModel(network, file, true);
        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file);
        assertThat(restored.output(video(1))).isEqualTo(network.output(video(1)));
    }

    @Test
    void anotherKindMakesAnotherConfiguration() {
        assertThat(normaliser(TemporalNorm.effective(STEPS), 0).getLayerWiseConfigurations())
                .isNotEqualTo(normaliser(TemporalNorm.effective(STEPS + 1), 0).getLayerWiseConfigurations());
    }
}

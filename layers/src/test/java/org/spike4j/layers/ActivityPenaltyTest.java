package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

/** The price of activity: by hand, against finite differences in every layer, and what training makes of it. */
class ActivityPenaltyTest {
    private static final int STEPS = 4;
    private static final int SAMPLES = 3;
    private static final double ROUNDING = 1e-12;

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static NeuronModel analog() {
        return new Liaf(Lif.withTauInSteps(2.5).withReset(Reset.none()), Tap.MEMBRANE, Activation.TANH);
    }

    /** Bounds that some channels are below and some above. */
    private static ActivityPenalty everything() {
        return ActivityPenalty.between(0.1, 0.2, 0.7).withNorms(0.03, 0.05);
    }

    static Stream<Arguments> layers() {
        InputType video = Networks.volume(STEPS, 6, 2);
        InputType sequence = InputType.recurrent(5, STEPS);
        long[] videoShape = {SAMPLES, 2, STEPS, 6, 6};
        long[] sequenceShape = {SAMPLES, 5, STEPS};
        return Stream.of(everything(), everything().inEverySample())
                .flatMap(penalty -> Stream.of(
                        Arguments.of("dense", penalty, sequence, sequenceShape, new Layer[] {
                            new SpikingDense.Builder()
                                    .nOut(4)
                                    .neuron(analog())
                                    .activity(penalty)
                                    .build(),
                            new LeakyReadout.Builder().nOut(3).build()
                        }),
                        Arguments.of("recurrent", penalty, sequence, sequenceShape, new Layer[] {
                            new SpikingRecurrent.Builder()
                                    .nOut(4)
                                    .neuron(analog())
                                    .activity(penalty)
                                    .build(),
                            new LeakyReadout.Builder().nOut(3).build()
                        }),
                        Arguments.of("behind an LSTM", penalty, sequence, sequenceShape, new Layer[] {
                            new LSTM.Builder().nOut(4).build(),
                            new SpikingActivation.Builder()
                                    .neuron(analog())
                                    .activity(penalty)
                                    .build(),
                            new LeakyReadout.Builder().nOut(3).build()
                        }),
                        Arguments.of(
                                "static input",
                                penalty,
                                InputType.feedForward(5),
                                new long[] {SAMPLES, 5},
                                new Layer[] {
                                    new SpikingDense.Builder()
                                            .nOut(4)
                                            .neuron(analog())
                                            .timeSteps(STEPS)
                                            .activity(penalty)
                                            .build(),
                                    new LeakyReadout.Builder().nOut(3).build()
                                }),
                        Arguments.of(
                                "convolution with pooling, and neurons behind",
                                penalty,
                                video,
                                videoShape,
                                new Layer[] {
                                    new SpikingConv2D.Builder()
                                            .nOut(3)
                                            .padding(1, 1)
                                            .batchNorm(true)
                                            .neuron(analog())
                                            .pooling(Pooling.AVERAGE, 2)
                                            .activity(penalty)
                                            .build(),
                                    new SpikingActivation.Builder()
                                            .neuron(analog())
                                            .activity(penalty)
                                            .build(),
                                    new LeakyReadout.Builder().nOut(3).build()
                                })));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("layers")
    void gradientEqualsFiniteDifference(
            String name, ActivityPenalty penalty, InputType type, long[] shape, Layer[] layers) {
        for (INDArray mask : new INDArray[] {null, mask()}) {
            if (mask != null && shape.length != 3) {
                continue; // masks are for sequences
            }
            boolean passed = GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                    .net(Networks.network(DataType.DOUBLE, type, layers))
                    .input(Networks.random(DataType.DOUBLE, 7, shape))
                    .inputMask(mask)
                    .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                    .epsilon(1e-6)
                    .maxRelError(1e-4)
                    .minAbsoluteError(1e-8)
                    .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                    .excludeParams(Set.of("0_mean", "0_var")));
            assertThat(passed).isTrue();
        }
    }

    private static INDArray mask() {
        INDArray mask = Nd4j.ones(DataType.DOUBLE, SAMPLES, STEPS);
        mask.putScalar(1, STEPS - 1, 0);
        mask.putScalar(2, STEPS - 1, 0);
        mask.putScalar(2, STEPS - 2, 0);
        return mask;
    }

    @Test
    void theScoreGrowsByTheDocumentedPrice() {
        INDArray spikes = Nd4j.zeros(DataType.DOUBLE, 2, 2, 4); // rates 1/8 and 5/8; by sample 0 and 2/8, 3/4 and 2/4
        spikes.putScalar(1, 0, 2, 1);
        for (int t = 0; t < 3; t++) {
            spikes.putScalar(0, 1, t, 1);
        }
        spikes.putScalar(1, 1, 0, 1);
        spikes.putScalar(1, 1, 3, 1);
        ActivityPenalty bounds = ActivityPenalty.between(0.25, 0.5, 8);
        assertThat(price(bounds, spikes)).isCloseTo(8 * (1.0 / 64 + 1.0 / 64) / 2, within(ROUNDING));
        assertThat(price(bounds.inEverySample(), spikes)).isCloseTo(8 * (1.0 / 16 + 1.0 / 16) / 4, within(ROUNDING));
        assertThat(price(ActivityPenalty.l1(3), spikes)).isCloseTo(3 * 0.75 / 2, within(ROUNDING));
        assertThat(price(ActivityPenalty.l1(0).withNorms(0, 2), spikes))
                .isCloseTo(2 * (1.0 / 64 + 25.0 / 64) / 2, within(ROUNDING));
    }

    /** What a penalty adds to the score of neurons that put out their input, the same whether trained on or not. */
    private static double price(ActivityPenalty penalty, INDArray spikes) {
        DataSet data = new DataSet(spikes, Networks.oneHot(DataType.DOUBLE, 2, 2));
        double without = pass(null).score(data);
        MultiLayerNetwork network = pass(penalty);
        double price = network.score(data) - without;
        network.fit(data);
        assertThat(network.score() - without).isCloseTo(price, within(ROUNDING));
        return price;
    }

    private static MultiLayerNetwork pass(ActivityPenalty penalty) {
        SpikingActivation neurons = new SpikingActivation.Builder()
                .neuron(Lif.withTauInSteps(1).withThreshold(0.5))
                .build();
        neurons.setActivity(penalty);
        return Networks.network(
                DataType.DOUBLE,
                InputType.recurrent(2, 4),
                neurons,
                new LeakyReadout.Builder().nOut(2).build());
    }

    @Test
    void aSilentLayerIsBroughtAboveItsLowerBoundAndALoudOneBelowItsUpper() {
        assertThat(firingRate(trained(null, -3))).isZero();
        assertThat(firingRate(trained(ActivityPenalty.between(0.1, 0.5, 10), -3)))
                .isBetween(0.09, 0.5);
        double loud = firingRate(trained(null, 2));
        assertThat(loud).isGreaterThan(0.6);
        assertThat(firingRate(trained(ActivityPenalty.between(0.1, 0.5, 10), 2)))
                .isBetween(0.1, 0.51);
        assertThat(firingRate(trained(ActivityPenalty.l1(1), 2))).isLessThan(loud / 2);
    }

    private static double firingRate(MultiLayerNetwork network) {
        return SpikeRecorder.record(network, batch())
                .get(0)
                .spikes()
                .meanNumber()
                .doubleValue();
    }

    private static INDArray batch() {
        return Networks.random(DataType.FLOAT, 5, 16, 6, 8);
    }

    /** A network that starts silent or loud by its bias, trained unless its activity costs nothing. */
    private static MultiLayerNetwork trained(ActivityPenalty penalty, double bias) {
        SpikingDense dense = new SpikingDense.Builder()
                .nOut(20)
                .neuron(Lif.withTauInSteps(2))
                .build();
        dense.setActivity(penalty);
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                new Adam(0.02),
                InputType.recurrent(6, 8),
                dense,
                new LeakyReadout.Builder().nOut(2).build());
        network.getLayer(0).getParam(SpikingParameters.BIAS).assign(bias);
        for (int k = 0; penalty != null && k < 150; k++) {
            network.fit(batch(), Networks.oneHot(DataType.FLOAT, 16, 2));
        }
        return network;
    }

    @Test
    void theGradientThatOthersHoldIsLeftAlone() {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                InputType.recurrent(2, 4),
                new SpikingDense.Builder()
                        .nOut(3)
                        .neuron(analog())
                        .activity(everything())
                        .build(),
                new LeakyReadout.Builder().nOut(2).build());
        network.initGradientsView();
        network.setInput(Networks.random(DataType.DOUBLE, 1, 2, 2, 4));
        network.feedForward(true, false);
        INDArray epsilon = Nd4j.ones(DataType.DOUBLE, 8, 3);
        network.getLayer(0).backpropGradient(epsilon, org.deeplearning4j.nn.workspace.LayerWorkspaceMgr.noWorkspaces());
        assertThat(epsilon).isEqualTo(Nd4j.ones(DataType.DOUBLE, 8, 3));
    }

    @Test
    void jsonKeepsThePenalty() {
        MultiLayerConfiguration configuration = configuration(everything().inEverySample());
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
        assertThat(configuration).isNotEqualTo(configuration(everything()));
        MultiLayerConfiguration unbounded = configuration(ActivityPenalty.l1(0.1));
        assertThat(MultiLayerConfiguration.fromJson(unbounded.toJson())).isEqualTo(unbounded);
    }

    private static MultiLayerConfiguration configuration(ActivityPenalty penalty) {
        return pass(penalty).getLayerWiseConfigurations();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> ActivityPenalty.between(0.5, 0.1, 1))
                .hasMessageContaining("upper must be a rate >= lower");
        assertThatThrownBy(() -> ActivityPenalty.between(-1, 1, 1)).hasMessageContaining("lower must be a rate >= 0");
        assertThatThrownBy(() -> ActivityPenalty.l1(Double.NaN)).hasMessageContaining("l1 must be a number >= 0");
        assertThatThrownBy(() -> new LeakyReadout.Builder()
                        .nOut(2)
                        .activity(ActivityPenalty.l1(1))
                        .build())
                .hasMessageContaining("set it on the spiking layers below");
    }
}

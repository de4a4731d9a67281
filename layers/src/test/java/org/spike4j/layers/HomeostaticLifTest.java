package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
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
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

class HomeostaticLifTest {
    private static final int STEPS = 4;
    private static final int SAMPLES = 3;

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static MultiLayerNetwork alone(NeuronModel neuron, double noise, DataType type) {
        return Networks.network(
                type,
                new Sgd(0.1),
                Networks.volume(STEPS, 3, 2),
                new HomeostaticLif.Builder().neuron(neuron).noise(noise).build(),
                new RateReadout.Builder().build());
    }

    private static INDArray video(DataType type) {
        return Networks.random(type, 1, SAMPLES, 2, STEPS, 3, 3);
    }

    @Test
    void forwardEqualsTheDocumentedUpdate() {
        BidlLif lif = BidlLif.standard().withLeak(0.7, 0.1);
        MultiLayerNetwork network = alone(lif, 0, DataType.DOUBLE);
        network.getLayer(0).setParam("gamma", Nd4j.createFromArray(0.8, 1.3));
        network.getLayer(0).setParam("beta", Nd4j.createFromArray(0.2, -0.1));
        INDArray x = video(DataType.DOUBLE);
        INDArray spikes = network.feedForward(x, true).get(1);
        assertThat(spikes.sumNumber().doubleValue()).isPositive();
        for (int c = 0; c < 2; c++) {
            INDArray v = Nd4j.zeros(DataType.DOUBLE, SAMPLES, 3, 3);
            for (int t = 0; t < STEPS; t++) {
                INDArray u = v.add(x.get(
                        NDArrayIndex.all(),
                        NDArrayIndex.point(c),
                        NDArrayIndex.point(t),
                        NDArrayIndex.all(),
                        NDArrayIndex.all()));
                double mean = u.meanNumber().doubleValue();
                double variance = u.sub(mean).mul(u.sub(mean)).meanNumber().doubleValue();
                INDArray h = u.sub(mean)
                        .div(Math.sqrt(variance + 1e-5))
                        .mul(c == 0 ? 0.8 : 1.3)
                        .add(c == 0 ? 0.2 : -0.1);
                INDArray s = h.gt(0.5).castTo(DataType.DOUBLE);
                INDArray actual = spikes.get(
                                NDArrayIndex.interval(t * SAMPLES, (t + 1) * SAMPLES), NDArrayIndex.point(c))
                        .dup();
                assertThat(actual).isEqualTo(s);
                v = h.mul(s.rsub(1)).mul(0.7).add(0.1);
            }
        }
    }

    static Stream<Arguments> inputs() {
        BidlLif lif = BidlLif.standard()
                .withLeak(0.6, 0.1)
                .withReset(Reset.none())
                .withLearned(Learned.perChannel("alpha"), Learned.shared("beta"));
        NeuronModel smooth = new Liaf(lif, Tap.CARRIED, Activation.TANH);
        return Stream.of(
                Arguments.of(InputType.recurrent(5, STEPS), new long[] {SAMPLES, 5, STEPS}, new Layer[] {
                    new SpikingDense.Builder()
                            .nOut(4)
                            .neuron(new Liaf(
                                    Lif.withTauInSteps(2).withReset(Reset.none()), Tap.MEMBRANE, Activation.TANH))
                            .build(),
                    new HomeostaticLif.Builder().neuron(smooth).build()
                }),
                Arguments.of(Networks.volume(STEPS, 4, 2), new long[] {SAMPLES, 2, STEPS, 4, 4}, new Layer[] {
                    new SpikingConv2D.Builder()
                            .nOut(3)
                            .neuron(new Liaf(
                                    Lif.withTauInSteps(2).withReset(Reset.none()), Tap.MEMBRANE, Activation.TANH))
                            .build(),
                    new HomeostaticLif.Builder().neuron(smooth).build()
                }));
    }

    /** Through the statistics of every step and the carried membrane; the layer in front shows the gradient on the input. */
    @ParameterizedTest
    @MethodSource("inputs")
    void gradientEqualsFiniteDifference(InputType type, long[] shape, Layer[] layers) {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                type,
                layers[0],
                layers[1],
                new LeakyReadout.Builder().nOut(3).build());
        boolean passed = GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(Networks.random(DataType.DOUBLE, 7, shape))
                .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                .epsilon(1e-6)
                .maxRelError(1e-4)
                .minAbsoluteError(1e-8)
                .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                .excludeParams(Set.of("1_mean", "1_var")));
        assertThat(passed).isTrue();
    }

    @Test
    void runningAveragesApproachTheMeanOverTheSteps() {
        NeuronModel forgetful = BidlLif.standard().withLeak(0, 0);
        MultiLayerNetwork network = alone(forgetful, 0, DataType.DOUBLE);
        INDArray x = video(DataType.DOUBLE);
        network.fit(x, Networks.random(DataType.DOUBLE, 2, SAMPLES, 18));
        // without memory, u is the input, and every step has as many values
        double mean =
                x.get(NDArrayIndex.all(), NDArrayIndex.point(1)).meanNumber().doubleValue();
        assertThat(network.getLayer(0).getParam("mean").getDouble(1)).isCloseTo(0.1 * mean, within(1e-12));
    }

    @Test
    void streamingEqualsTheWholeSequence() {
        MultiLayerNetwork network = alone(BidlLif.standard().withLeak(0.7, 0.1), 0, DataType.FLOAT);
        INDArray x = video(DataType.FLOAT);
        INDArray whole = network.output(x);
        assertThat(whole.maxNumber().doubleValue()).isPositive();
        INDArray last = null;
        for (int t = 0; t < STEPS; t++) {
            last = network.rnnTimeStep(x.get(
                            NDArrayIndex.all(),
                            NDArrayIndex.all(),
                            NDArrayIndex.interval(t, t + 1),
                            NDArrayIndex.all(),
                            NDArrayIndex.all())
                    .dup());
        }
        assertThat(last.equalsWithEps(whole, 1e-6)).isTrue();
    }

    @Test
    void noiseIsAShareOfTheMembranesDeviationAndFollowsTheSeed() {
        Liaf membrane =
                new Liaf(BidlLif.standard().withLeak(0, 0).withReset(Reset.none()), Tap.MEMBRANE, Activation.IDENTITY);
        INDArray x = Networks.random(DataType.DOUBLE, 1, 2, 1, 1, 80, 80);
        MultiLayerNetwork noisy = Networks.network(
                DataType.DOUBLE,
                Networks.volume(1, 80, 1),
                new HomeostaticLif.Builder().neuron(membrane).noise(0.2).build(),
                new RateReadout.Builder().build());
        Nd4j.getRandom().setSeed(5);
        INDArray first = noisy.feedForward(x, true).get(1).dup();
        INDArray second = noisy.feedForward(x, true).get(1).dup();
        Nd4j.getRandom().setSeed(5);
        assertThat(noisy.feedForward(x, true).get(1)).isEqualTo(first);
        assertThat(second).isNotEqualTo(first);
        // h has deviation 1, so the difference of two draws has 0.2 sqrt(2); 12800 of them
        assertThat(second.sub(first).stdNumber().doubleValue()).isCloseTo(0.2 * Math.sqrt(2), within(0.01));
        assertThat(noisy.feedForward(x, false).get(1))
                .isEqualTo(noisy.feedForward(x, false).get(1));
    }

    @Test
    void jsonKeepsTheLayer() {
        MultiLayerConfiguration configuration = alone(BidlLif.standard().withThreshold(0.4), 1e-3, DataType.FLOAT)
                .getLayerWiseConfigurations();
        assertThat(MultiLayerConfiguration.fromJson(configuration.toJson())).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromYaml(configuration.toYaml())).isEqualTo(configuration);
        assertThat(MultiLayerConfiguration.fromJson(
                        configuration.toJson().replace("\"noise\" : 0.001", "\"noise\" : 0")))
                .isNotEqualTo(configuration);
    }

    @Test
    void anotherNeuronIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> new HomeostaticLif.Builder()
                        .neuron(Lif.withTauInSteps(2))
                        .build())
                .hasMessageContaining("must be a BidlLif")
                .hasMessageContaining("TemporalBatchNorm");
        assertThatThrownBy(() -> new HomeostaticLif.Builder().timeSteps(3).build())
                .hasMessageContaining("timeSteps(3) is not for HomeostaticLif");
        assertThatThrownBy(() -> new HomeostaticLif.Builder().noise(Double.NaN))
                .hasMessageContaining("noise must be >= 0");
    }
}

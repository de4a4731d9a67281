package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.SlidingPsn;
import org.spike4j.neuron.Tap;

class TimeMixingTest {
    private static final int STEPS = 4;
    private static final int SAMPLES = 3;
    private static final InputType SEQUENCE = InputType.recurrent(5, STEPS);

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static TimeMixing mixing(int order, double masking) {
        TimeMixing.Builder builder = new TimeMixing.Builder().steps(STEPS);
        return (order == 0 ? builder : builder.mask(order, masking)).build();
    }

    private static MultiLayerNetwork network(TimeMixing mixing, NeuronModel neuron, InputType type) {
        return Networks.network(
                DataType.DOUBLE,
                type,
                mixing,
                new SpikingActivation.Builder().neuron(neuron).build(),
                new LeakyReadout.Builder().nOut(3).build());
    }

    /** Fires on its input and has no state. */
    private static SlidingPsn threshold() {
        return new SlidingPsn(List.of(1.0), 0, SlidingPsn.ofOrder(1).firing(), List.of());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0.4", "3, 1"})
    void outputIsTheDocumentedSum(int order, double masking) {
        MultiLayerNetwork network = network(mixing(order, masking), threshold(), SEQUENCE);
        INDArray input = Networks.random(DataType.DOUBLE, 7, SAMPLES, 5, STEPS);
        INDArray weights = network.getLayer(0).getParam("W");
        INDArray bias = network.getLayer(0).getParam("b");
        INDArray output = network.feedForward(input).get(1);
        for (int t = 0; t < STEPS; t++) {
            for (int n = 0; n < SAMPLES; n++) {
                for (int f = 0; f < 5; f++) {
                    double sum = bias.getDouble(t);
                    for (int u = 0; u < STEPS; u++) {
                        boolean near = t - order < u && u <= t;
                        double m = order == 0 || near ? 1 : 1 - masking;
                        sum += weights.getDouble(u, t) * m * input.getDouble(n, f, u);
                    }
                    assertThat(output.getDouble(t * SAMPLES + n, f)).isCloseTo(sum, within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 0.4", "3, 1"})
    void gradientEqualsFiniteDifference(int order, double masking) {
        NeuronModel smooth = new Liaf(Lif.withTauInSteps(2.5).withReset(Reset.none()), Tap.MEMBRANE, Activation.TANH);
        Layer below = new SpikingDense.Builder().nOut(4).neuron(smooth).build();
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                SEQUENCE,
                below,
                mixing(order, masking),
                new SpikingActivation.Builder().neuron(smooth).build(),
                new LeakyReadout.Builder().nOut(3).build());
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                        .net(network)
                        .input(Networks.random(DataType.DOUBLE, 7, SAMPLES, 5, STEPS))
                        .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                        .epsilon(1e-6)
                        .maxRelError(1e-4)
                        .minAbsoluteError(1e-8)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)))
                .isTrue();
    }

    @Test
    void withEqualWeightsBehindAFullMaskItIsASlidingNeuron() {
        MultiLayerNetwork mixed = network(mixing(3, 1), threshold(), SEQUENCE);
        SlidingPsn sliding = SlidingPsn.ofOrder(3);
        INDArray weights = Nd4j.rand(DataType.DOUBLE, STEPS, STEPS);
        for (int t = 0; t < STEPS; t++) {
            for (int u = Math.max(0, t - 2); u <= t; u++) {
                weights.putScalar(u, t, sliding.weights().get(2 - (t - u)));
            }
        }
        mixed.getLayer(0).getParam("W").assign(weights);
        MultiLayerNetwork slid = Networks.network(
                DataType.DOUBLE,
                SEQUENCE,
                new SpikingDense.Builder()
                        .nOut(5)
                        .hasBias(false)
                        .neuron(sliding)
                        .build(),
                new LeakyReadout.Builder().nOut(3).build());
        slid.getLayer(0).getParam("W").assign(Nd4j.eye(5));
        INDArray input = Networks.random(DataType.DOUBLE, 7, SAMPLES, 5, STEPS);
        assertThat(mixed.feedForward(input).get(2))
                .isEqualTo(slid.feedForward(input).get(1));
    }

    @Test
    void videosKeepTheirShape() {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                Networks.volume(STEPS, 6, 2),
                mixing(0, 0),
                new SpikingActivation.Builder().neuron(threshold()).build(),
                new LeakyReadout.Builder().nOut(3).build());
        INDArray input = Networks.random(DataType.DOUBLE, 7, SAMPLES, 2, STEPS, 6, 6);
        assertThat(network.feedForward(input).get(1).shape()).containsExactly(STEPS * SAMPLES, 2, 6, 6);
        network.fit(input, Networks.oneHot(DataType.DOUBLE, SAMPLES, 3));
    }

    @Test
    void jsonKeepsTheLayer() {
        MultiLayerNetwork network = network(mixing(2, 0.4), threshold(), SEQUENCE);
        String json = network.getLayerWiseConfigurations().toJson();
        assertThat(MultiLayerConfiguration.fromJson(json)).isEqualTo(network.getLayerWiseConfigurations());
    }

    @Test
    void anotherNumberOfStepsSaysWhatToCall() {
        MultiLayerNetwork network = network(mixing(0, 0), threshold(), SEQUENCE);
        assertThatThrownBy(() -> network.output(Networks.random(DataType.DOUBLE, 1, 2, 5, STEPS + 1)))
                .hasMessageContaining("steps(...) with the T of the data");
    }

    @Test
    void stepsAndMaskAreChecked() {
        assertThatThrownBy(() -> new TimeMixing.Builder().build()).hasMessageContaining("call steps(...)");
        assertThatThrownBy(() -> new TimeMixing.Builder().steps(4).mask(2, 1.5))
                .hasMessage("masking must lie in [0, 1], was 1.5");
    }
}

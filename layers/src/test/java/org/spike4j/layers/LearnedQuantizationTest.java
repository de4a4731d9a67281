package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

class LearnedQuantizationTest {
    private static final int SAMPLES = 3;
    private static final NeuronModel SMOOTH =
            new Liaf(Lif.withTauInSteps(2.5).withReset(Reset.none()), Tap.MEMBRANE, Activation.TANH);

    @BeforeAll
    static void useDoubles() {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    }

    @AfterAll
    static void useFloatsAgain() {
        Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }

    private static LearnedQuantization layer(int steps, int stride, int kernel, boolean perChannel) {
        return new LearnedQuantization.Builder()
                .steps(steps)
                .stride(stride)
                .kernel(kernel)
                .perChannel(perChannel)
                .build();
    }

    private static MultiLayerNetwork network(LearnedQuantization layer, InputType type) {
        return Networks.network(
                DataType.DOUBLE,
                new Sgd(1),
                type,
                layer,
                new SpikingDense.Builder().nOut(4).neuron(SMOOTH).build(),
                new LeakyReadout.Builder().nOut(3).build());
    }

    private static void randomise(MultiLayerNetwork network) {
        INDArray kernels = network.getLayer(0).getParam("K");
        kernels.assign(Networks.random(DataType.DOUBLE, 11, kernels.shape()).subi(1));
    }

    @ParameterizedTest
    @CsvSource({"7, 2, 5, false", "9, 4, 7, true", "6, 3, 1, false", "4, 5, 9, true", "5, 1, 3, true"})
    void outputIsTheDocumentedSum(int steps, int stride, int kernel, boolean perChannel) {
        MultiLayerNetwork network = network(layer(steps, stride, kernel, perChannel), Networks.volume(steps, 2, 3));
        randomise(network);
        INDArray input = Networks.random(DataType.DOUBLE, 7, SAMPLES, 3, steps, 2, 2);
        INDArray weights = network.getLayer(0).getParam("K");
        INDArray output = network.feedForward(input).get(1);
        int above = (steps - 1) / stride + 1;
        assertThat(output.shape()).containsExactly((long) above * SAMPLES, 3, 2, 2);
        for (int place = 0; place < output.length(); place++) {
            int column = place % 2;
            int row = place / 2 % 2;
            int channel = place / 4 % 3;
            int sample = place / 12 % SAMPLES;
            int t = place / (12 * SAMPLES);
            double sum = 0;
            for (int j = -kernel / 2; j <= kernel / 2; j++) {
                int from = stride * t - j;
                if (from >= 0 && from < steps) {
                    double weight = weights.getDouble((perChannel ? channel * kernel : 0) + j + kernel / 2);
                    sum += weight * input.getDouble(sample, channel, from, row, column);
                }
            }
            assertThat(output.getDouble(t * SAMPLES + sample, channel, row, column))
                    .isCloseTo(sum, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 2, 5, false", "9, 4, 7, true", "4, 5, 9, true"})
    void gradientEqualsFiniteDifferenceInWeightsAndBelow(int steps, int stride, int kernel, boolean perChannel) {
        MultiLayerNetwork network = Networks.network(
                DataType.DOUBLE,
                InputType.recurrent(5, steps),
                new SpikingDense.Builder().nOut(4).neuron(SMOOTH).build(),
                layer(steps, stride, kernel, perChannel),
                new SpikingDense.Builder().nOut(4).neuron(SMOOTH).build(),
                new LeakyReadout.Builder().nOut(3).build());
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                        .net(network)
                        .input(Networks.random(DataType.DOUBLE, 7, SAMPLES, 5, steps))
                        .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                        .epsilon(1e-6)
                        .maxRelError(1e-4)
                        .minAbsoluteError(1e-8)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void gradientOfFramesEqualsFiniteDifference(boolean perChannel) {
        MultiLayerNetwork network = network(layer(5, 2, 3, perChannel), Networks.volume(5, 2, 2));
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                        .net(network)
                        .input(Networks.random(DataType.DOUBLE, 7, SAMPLES, 2, 5, 2, 2))
                        .labels(Networks.oneHot(DataType.DOUBLE, SAMPLES, 3))
                        .epsilon(1e-6)
                        .maxRelError(1e-4)
                        .minAbsoluteError(1e-8)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)))
                .isTrue();
    }

    /** Voxel grids of events at any times, by the formula, on 4 (5 - 1) + 1 bins and on 5. */
    @Test
    void atFirstAFineVoxelGridBecomesTheCoarseOne() {
        double[] times = IntStream.range(0, 40).mapToDouble(i -> i * i / 1521.0).toArray();
        INDArray fine = grid(times, 17);
        INDArray coarse = grid(times, 5);
        MultiLayerNetwork network =
                network(new LearnedQuantization.Builder().steps(17).stride(4).build(), InputType.recurrent(1, 17));

        INDArray output = network.feedForward(fine).get(1);
        assertThat(output.shape()).containsExactly(5, 1);
        for (int b = 0; b < 5; b++) {
            assertThat(output.getDouble(b, 0)).isCloseTo(coarse.getDouble(0, 0, b), within(1e-12));
        }
    }

    private static INDArray grid(double[] times, int bins) {
        INDArray grid = Nd4j.zeros(DataType.DOUBLE, 1, 1, bins);
        for (double time : times) {
            for (int b = 0; b < bins; b++) {
                double share = Math.max(0, 1 - Math.abs(b - time * (bins - 1)));
                grid.putScalar(0, 0, b, grid.getDouble(0, 0, b) + share);
            }
        }
        return grid;
    }

    @Test
    void trainingMovesTheKernel() {
        MultiLayerNetwork network = network(layer(7, 3, 5, false), InputType.recurrent(5, 7));
        INDArray before = network.getLayer(0).getParam("K").dup();
        INDArray input = Networks.random(DataType.DOUBLE, 7, SAMPLES, 5, 7);
        INDArray labels = Networks.oneHot(DataType.DOUBLE, SAMPLES, 3);
        network.fit(input, labels);
        double first = network.score();
        for (int i = 0; i < 20; i++) {
            network.fit(input, labels);
        }
        assertThat(network.getLayer(0).getParam("K")).isNotEqualTo(before);
        assertThat(network.score()).isLessThan(first);
    }

    @Test
    void jsonKeepsTheLayer() {
        MultiLayerNetwork network = network(layer(7, 3, 5, true), InputType.recurrent(5, 7));
        String json = network.getLayerWiseConfigurations().toJson();
        assertThat(MultiLayerConfiguration.fromJson(json)).isEqualTo(network.getLayerWiseConfigurations());
        assertThat(network.getLayer(0).numParams()).isEqualTo(25);
    }

    @Test
    void stepByStepAndMasksAndOtherLengthsAreRefused() {
        MultiLayerNetwork network = network(layer(7, 3, 5, false), InputType.recurrent(5, 7));
        assertThatThrownBy(() -> network.rnnTimeStep(Networks.random(DataType.DOUBLE, 1, 2, 5)))
                .hasMessageContaining("[7, N, ...]")
                .hasMessageContaining("cannot run step by step in rnnTimeStep");
        assertThatThrownBy(() -> network.output(Networks.random(DataType.DOUBLE, 1, 2, 5, 8)))
                .hasMessageContaining("steps(...)");
        assertThatThrownBy(() -> network.output(
                        Networks.random(DataType.DOUBLE, 1, 2, 5, 7), false, Nd4j.ones(DataType.DOUBLE, 2, 7), null))
                .hasMessageContaining("takes no mask");
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> new LearnedQuantization.Builder().build()).hasMessageContaining("call steps(...)");
        assertThatThrownBy(() -> new LearnedQuantization.Builder().kernel(4))
                .hasMessageContaining("odd and >= 1, was 4");
        assertThatThrownBy(() -> new LearnedQuantization.Builder().stride(0)).hasMessage("stride must be >= 1, was 0");
    }
}

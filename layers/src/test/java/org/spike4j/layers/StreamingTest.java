package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Lif;

class StreamingTest {
    private static final int STEPS = 6;
    private static final double TOLERANCE = 1e-6; // BLAS and oneDNN may sum in another order for another batch

    static Stream<Arguments> networks() {
        InputType video = Networks.volume(STEPS, 8, 2);
        return Stream.of(
                Arguments.of("convolutions", video, new long[] {3, 2, STEPS, 8, 8}, new Layer[] {
                    new SpikingConv2D.Builder()
                            .nOut(4)
                            .padding(1, 1)
                            .batchNorm(true)
                            .neuron(Lif.withTauInSteps(2))
                            .pooling(Pooling.MAX, 2)
                            .build(),
                    new SpikingDense.Builder()
                            .nOut(5)
                            .neuron(Leaky.withBeta(0.8))
                            .build(),
                    new RateReadout.Builder().build()
                }),
                Arguments.of(
                        "neurons between ordinary layers",
                        InputType.recurrent(5, STEPS),
                        new long[] {3, 5, STEPS},
                        new Layer[] {
                            new LSTM.Builder()
                                    .nOut(7)
                                    .activation(Activation.TANH)
                                    .build(),
                            new SpikingActivation.Builder()
                                    .neuron(BidlLif.standard().withThreshold(0.1))
                                    .build(),
                            new LeakyReadout.Builder().nOut(5).build()
                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void stepByStepEndsAtTheOutputOfTheWholeSequence(String name, InputType type, long[] shape, Layer[] layers) {
        MultiLayerNetwork network = Networks.network(DataType.FLOAT, type, layers);
        INDArray input = Networks.random(DataType.FLOAT, 3, shape);
        INDArray whole = network.output(input);
        assertThat(whole.maxNumber().doubleValue()).isGreaterThan(0); // a silent network would prove nothing
        INDArray last = null;
        for (int t = 0; t < STEPS; t++) {
            last = network.rnnTimeStep(step(input, t, t + 1));
        }
        assertThat(last.equalsWithEps(whole, TOLERANCE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FIRST_SPIKE", "INVERSE_FIRST_SPIKE"})
    void everyReductionIsTheSameInPieces(Reduction reduction) {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                InputType.recurrent(5, STEPS),
                new SpikingDense.Builder()
                        .nOut(9)
                        .neuron(Lif.withTauInSteps(2).withThreshold(0.3))
                        .build(),
                new LeakyReadout.Builder()
                        .nOut(4)
                        .integrator(LeakyIntegrator.withTauInSteps(4))
                        .reduction(reduction)
                        .build());
        INDArray input = Networks.random(DataType.FLOAT, 5, 3, 5, STEPS);
        INDArray whole = network.output(input);
        network.rnnTimeStep(step(input, 0, 4));
        INDArray pieces = network.rnnTimeStep(step(input, 4, STEPS));
        assertThat(pieces.equalsWithEps(whole, TOLERANCE)).isTrue();
    }

    @Test
    void everyStepOfASequenceOutputIsStreamed() {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                InputType.recurrent(5, STEPS),
                new SpikingDense.Builder()
                        .nOut(9)
                        .neuron(Lif.withTauInSteps(3).withThreshold(0.3))
                        .build(),
                new RnnOutputLayer.Builder()
                        .nOut(4)
                        .activation(Activation.SOFTMAX)
                        .build());
        INDArray input = Networks.random(DataType.FLOAT, 5, 3, 5, STEPS);
        INDArray whole = network.output(input);
        for (int t = 0; t < STEPS; t++) {
            INDArray now = network.rnnTimeStep(step(input, t, t + 1));
            INDArray expected = whole.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(t, t + 1));
            assertThat(now.equalsWithEps(expected.dup(), TOLERANCE)).isTrue();
        }
    }

    @Test
    void eachMiniBatchStartsAtTheInitialState() {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                InputType.recurrent(5, STEPS),
                new SpikingDense.Builder().nOut(9).neuron(Lif.withTauInSteps(8)).build(),
                new RateReadout.Builder().build());
        INDArray input = Networks.random(DataType.FLOAT, 5, 3, 5, STEPS);
        INDArray first = network.output(input);
        network.rnnTimeStep(input);
        assertThat(network.output(input)).isEqualTo(first);
    }

    @Test
    void anotherMiniBatchInTheMiddleOfAStreamIsAnError() {
        MultiLayerNetwork network = Networks.network(
                DataType.FLOAT,
                InputType.recurrent(5, STEPS),
                new SpikingDense.Builder().nOut(9).neuron(Lif.withTauInSteps(8)).build(),
                new RateReadout.Builder().build());
        network.rnnTimeStep(Networks.random(DataType.FLOAT, 5, 3, 5, 1));
        assertThatThrownBy(() -> network.rnnTimeStep(Networks.random(DataType.FLOAT, 5, 2, 5, 1)))
                .hasStackTraceContaining("call rnnClearPreviousState() first");
    }

    @Test
    void truncatedBackPropagationCarriesTheState() {
        MultiLayerNetwork network = new MultiLayerNetwork(Networks.list(DataType.FLOAT, new Sgd(0.0))
                .layer(new SpikingDense.Builder()
                        .nOut(9)
                        .neuron(Lif.withTauInSteps(8))
                        .build())
                .layer(new RnnOutputLayer.Builder()
                        .nOut(4)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(5, STEPS))
                .backpropType(BackpropType.TruncatedBPTT)
                .tBPTTLength(2)
                .build());
        network.init();
        INDArray input = Networks.random(DataType.FLOAT, 5, 3, 5, STEPS);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 3, 4, STEPS);
        labels.get(NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.all())
                .assign(1);
        INDArray whole = network.output(input);
        network.fit(input, labels); // learning rate 0: only the state could differ
        double lastSegment = network.score();
        INDArray expected = whole.get(NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.interval(4, STEPS));
        double crossEntropy = -Transforms.log(expected.dup()).sumNumber().doubleValue() / 3;
        assertThat(lastSegment).isCloseTo(crossEntropy, within(1e-4));
    }

    private static INDArray step(INDArray input, int from, int to) {
        return input.rank() == 3
                ? input.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(from, to))
                        .dup()
                : input.get(
                                NDArrayIndex.all(),
                                NDArrayIndex.all(),
                                NDArrayIndex.interval(from, to),
                                NDArrayIndex.all(),
                                NDArrayIndex.all())
                        .dup();
    }
}

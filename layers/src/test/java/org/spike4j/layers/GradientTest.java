package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;

/**
 * DL4J's own gradient check. A step function has no derivative to compare with, so the neurons here are analog (LIAF on the
 * membrane, without reset), which is smooth and uses the whole path of weights, normalisation, pooling, time and masks; the
 * surrogate's path is checked in neuron-dynamics against dual numbers.
 */
class GradientTest {
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

    private static NeuronModel smooth() {
        Lif lif = Lif.withTauInSteps(2.5).withReset(Reset.none()).withLearned(Learned.perChannel("tau"));
        return new Liaf(lif, Tap.MEMBRANE, org.spike4j.neuron.Activation.TANH);
    }

    private static NeuronModel shared() {
        Lif lif = Lif.withTauInSteps(2.5)
                .withReset(Reset.none())
                .withLearned(Learned.shared("tau"), Learned.shared("threshold"));
        return new Liaf(lif, Tap.DISTANCE, org.spike4j.neuron.Activation.TANH);
    }

    static Stream<Arguments> networks() {
        InputType video = Networks.volume(STEPS, 6, 2);
        InputType sequence = InputType.recurrent(5, STEPS);
        long[] videoShape = {SAMPLES, 2, STEPS, 6, 6};
        long[] sequenceShape = {SAMPLES, 5, STEPS};
        Layer rate = new RateReadout.Builder().build();
        return Stream.of(
                Arguments.of("dense on a sequence", sequence, sequenceShape, new Layer[] {
                    new SpikingDense.Builder().nOut(4).neuron(smooth()).build(),
                    new SpikingDense.Builder().nOut(3).neuron(shared()).build(),
                    rate
                }),
                Arguments.of("cross-entropy of rates", sequence, sequenceShape, new Layer[] {
                    new SpikingDense.Builder().nOut(3).neuron(smooth()).build(),
                    new RateReadout.Builder().loss(RateLoss.CROSS_ENTROPY).build()
                }),
                Arguments.of("convolution with normalisation and max pooling", video, videoShape, new Layer[] {
                    new SpikingConv2D.Builder()
                            .nOut(3)
                            .padding(1, 1)
                            .batchNorm(true)
                            .neuron(smooth())
                            .pooling(Pooling.MAX, 2)
                            .build(),
                    new SpikingConv2D.Builder()
                            .nOut(2)
                            .kernelSize(2, 2)
                            .hasBias(true)
                            .neuron(shared())
                            .build(),
                    new SpikingDense.Builder().nOut(3).neuron(smooth()).build(),
                    rate
                }),
                Arguments.of("convolution with average pooling", video, videoShape, new Layer[] {
                    new SpikingConv2D.Builder()
                            .nOut(3)
                            .stride(2, 2)
                            .padding(1, 1)
                            .neuron(smooth())
                            .pooling(Pooling.AVERAGE, 3)
                            .build(),
                    new SpikingDense.Builder().nOut(3).neuron(smooth()).build(),
                    rate
                }),
                Arguments.of("between ordinary layers", sequence, sequenceShape, new Layer[] {
                    new LSTM.Builder().nOut(4).activation(Activation.TANH).build(),
                    new SpikingActivation.Builder().neuron(smooth()).build(),
                    new DenseLayer.Builder()
                            .nOut(4)
                            .activation(Activation.IDENTITY)
                            .build(),
                    new SpikingActivation.Builder().neuron(shared()).build(),
                    new LeakyReadout.Builder().nOut(3).build()
                }),
                Arguments.of("behind a 3-D convolution", video, videoShape, new Layer[] {
                    new org.deeplearning4j.nn.conf.layers.Convolution3D.Builder(1, 3, 3)
                            .dataFormat(org.deeplearning4j.nn.conf.layers.Convolution3D.DataFormat.NCDHW)
                            .nOut(2)
                            .activation(Activation.IDENTITY)
                            .build(),
                    new SpikingActivation.Builder().neuron(smooth()).build(),
                    new SpikingDense.Builder().nOut(3).neuron(shared()).build(),
                    rate
                }),
                Arguments.of("static input", InputType.feedForward(5), new long[] {SAMPLES, 5}, new Layer[] {
                    new SpikingDense.Builder()
                            .nOut(4)
                            .neuron(smooth())
                            .timeSteps(STEPS)
                            .build(),
                    new LeakyReadout.Builder()
                            .nOut(3)
                            .reduction(Reduction.EVERY_STEP)
                            .build()
                }),
                Arguments.of(
                        "static image", InputType.convolutional(6, 6, 2), new long[] {SAMPLES, 2, 6, 6}, new Layer[] {
                            new SpikingConv2D.Builder()
                                    .nOut(2)
                                    .neuron(smooth())
                                    .timeSteps(STEPS)
                                    .build(),
                            new LeakyReadout.Builder()
                                    .nOut(3)
                                    .reduction(Reduction.LAST)
                                    .build()
                        }),
                readout(Reduction.MEAN),
                readout(Reduction.SUM),
                readout(Reduction.LAST),
                readout(Reduction.MAX),
                readout(Reduction.SUM_OF_SOFTMAX),
                readout(Reduction.EVERY_STEP));
    }

    private static Arguments readout(Reduction reduction) {
        return Arguments.of(
                reduction + " of membranes",
                InputType.recurrent(5, STEPS),
                new long[] {SAMPLES, 5, STEPS},
                new Layer[] {
                    new SpikingDense.Builder().nOut(4).neuron(smooth()).build(),
                    new LeakyReadout.Builder()
                            .nOut(3)
                            .integrator(LeakyIntegrator.withTauInSteps(3).withLearned(Learned.perChannel("tau")))
                            .reduction(reduction)
                            .build()
                });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void gradientEqualsFiniteDifference(String name, InputType type, long[] shape, Layer[] layers) {
        MultiLayerNetwork network = Networks.network(DataType.DOUBLE, type, layers);
        INDArray input = Networks.random(DataType.DOUBLE, 7, shape);
        boolean passed = GradientCheckUtil.checkGradients(check(network, input));
        assertThat(passed).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void gradientEqualsFiniteDifferenceWithAMask(String name, InputType type, long[] shape, Layer[] layers) {
        assumeTrue(shape.length == 3, "masks are for sequences");
        MultiLayerNetwork network = Networks.network(DataType.DOUBLE, type, layers);
        INDArray input = Networks.random(DataType.DOUBLE, 7, shape);
        INDArray mask = Nd4j.ones(DataType.DOUBLE, SAMPLES, STEPS);
        mask.putScalar(1, STEPS - 1, 0);
        mask.putScalar(2, STEPS - 1, 0);
        mask.putScalar(2, STEPS - 2, 0);
        boolean passed = GradientCheckUtil.checkGradients(check(network, input).inputMask(mask));
        assertThat(passed).isTrue();
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
                .excludeParams(Set.of("0_mean", "0_var"));
    }
}

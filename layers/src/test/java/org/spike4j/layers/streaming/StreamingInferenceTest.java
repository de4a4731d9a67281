package org.spike4j.layers.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateLoss;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.SpikingRecurrent;
import org.spike4j.layers.state.NetworkState;
import org.spike4j.neuron.BidlLif;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.ParametricLif;
import org.spike4j.neuron.Reset;

/** A stream gives, step by step, what the network gives: by rnnTimeStep, and at the last step for the whole sequence. */
class StreamingInferenceTest {
    private static final double TOLERANCE = 1e-5; // sums in another order

    /** A network with its frames, [C, H, W] or [F], and a number of steps. */
    record Example(String name, int[] frame, int steps, List<Layer> layers) {
        static Example of(String name, int[] frame, int steps, Layer... layers) {
            return new Example(name, frame, steps, List.of(layers));
        }

        MultiLayerNetwork network() {
            NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                    .seed(7)
                    .weightInit(WeightInit.XAVIER)
                    .list();
            layers.forEach(list::layer);
            InputType type = frame.length == 1
                    ? InputType.recurrent(frame[0], steps)
                    : InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, steps, frame[1], frame[2], frame[0]);
            MultiLayerNetwork network =
                    new MultiLayerNetwork(list.setInputType(type).build());
            network.init();
            unsettle(network);
            return network;
        }

        /** Sparse counts, one row a step. */
        float[][] sequence() {
            SplittableRandom random = new SplittableRandom(name.hashCode());
            int length = frame.length == 1 ? frame[0] : frame[0] * frame[1] * frame[2];
            float[][] sequence = new float[steps][length];
            for (float[] now : sequence) {
                for (int k = 0; k < length; k++) {
                    now[k] = random.nextDouble() < 0.3 ? random.nextInt(1, 4) : 0;
                }
            }
            return sequence;
        }

        INDArray step(float[] now) {
            long[] shape =
                    frame.length == 1 ? new long[] {1, frame[0], 1} : new long[] {1, frame[0], 1, frame[1], frame[2]};
            return Nd4j.createFromArray(now).reshape('c', shape);
        }

        INDArray whole(float[][] sequence) {
            INDArray[] steps = Stream.of(sequence).map(this::step).toArray(INDArray[]::new);
            return Nd4j.concat(2, steps);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> examples() {
        List<Example> all = new ArrayList<>();
        all.add(Example.of(
                "batch norm and maximum",
                new int[] {2, 12, 10},
                7,
                convolution(16, Lif.withTauInSteps(2).withThreshold(0.5))
                        .batchNorm(true)
                        .pooling(Pooling.MAX, 2)
                        .build(),
                convolution(8, Leaky.withBeta(0.8).withThreshold(0.4))
                        .batchNorm(true)
                        .build(),
                dense(19, Lif.withTauInSteps(3).withThreshold(0.3)),
                dense(5, Lif.withTauInSteps(2).withThreshold(0.2)),
                new RateReadout.Builder().build()));
        all.add(Example.of(
                "bias, mean, odd sizes, strides",
                new int[] {3, 13, 11},
                5,
                new SpikingConv2D.Builder()
                        .nOut(7)
                        .kernelSize(3, 2)
                        .stride(2, 1)
                        .padding(0, 1)
                        .hasBias(true)
                        .pooling(Pooling.AVERAGE, 2)
                        .neuron(Lif.withTauInSteps(2).withThreshold(0.4))
                        .build(),
                dense(9, Lif.withTauInSteps(2).withThreshold(0.1)),
                new LeakyReadout.Builder().nOut(3).build()));
        all.add(Example.of(
                "readout of images",
                new int[] {1, 5, 4},
                4,
                convolution(3, Lif.withTauInSteps(2).withThreshold(0.4))
                        .pooling(Pooling.MAX, 2)
                        .build(),
                new RateReadout.Builder().loss(RateLoss.CROSS_ENTROPY).build()));
        all.add(Example.of(
                "neurons alone",
                new int[] {3, 5, 4},
                4,
                new SpikingActivation.Builder()
                        .neuron(Lif.withTauInSteps(3).withThreshold(0.7))
                        .build(),
                convolution(5, Lif.withTauInSteps(2).withThreshold(0.2)).build(),
                new SpikingActivation.Builder()
                        .neuron(Leaky.withBeta(0.9).withThreshold(1.2))
                        .build(),
                new LeakyReadout.Builder().nOut(4).reduction(Reduction.LAST).build()));
        all.add(Example.of(
                "recurrent",
                new int[] {2, 4, 3},
                9,
                convolution(5, Lif.withTauInSteps(2).withThreshold(0.3)).build(),
                new SpikingRecurrent.Builder()
                        .nOut(21)
                        .neuron(Lif.withTauInSteps(3).withThreshold(0.2))
                        .build(),
                new LeakyReadout.Builder().nOut(4).build()));
        all.add(Example.of(
                "output without activation",
                new int[] {7},
                5,
                dense(9, Lif.withTauInSteps(2).withThreshold(0.3)),
                new LeakyReadout.Builder()
                        .nOut(4)
                        .integrator(LeakyIntegrator.perfect())
                        .loss(new LossMSE(), new ActivationIdentity())
                        .build()));
        all.add(Example.of(
                "sigmoid output, learned synapse",
                new int[] {7},
                5,
                dense(9, Lif.withTauInSteps(2).withThreshold(0.3)),
                new LeakyReadout.Builder()
                        .nOut(4)
                        .integrator(new LeakyIntegrator(
                                5,
                                1,
                                org.spike4j.neuron.Integration.EXACT,
                                true,
                                0.1,
                                3,
                                List.of(Learned.perChannel("tauSynapse"), Learned.shared("tau"))))
                        .loss(new LossBinaryXENT(), new ActivationSigmoid())
                        .build()));
        models().forEach(model -> all.add(Example.of(
                model.toString(),
                new int[] {2, 6, 7},
                6,
                convolution(6, model).hasBias(true).pooling(Pooling.AVERAGE, 2).build(),
                dense(11, Lif.withTauInSteps(2).withThreshold(0.2)),
                new RateReadout.Builder().build())));
        return all.stream();
    }

    private static Stream<NeuronModel> models() {
        Lif lif = Lif.withTauInSteps(2).withThreshold(0.5);
        return Stream.of(
                lif,
                lif.withReset(Reset.subtract()),
                lif.withReset(Reset.none()),
                Leaky.withBeta(0.8).withThreshold(1.2),
                BidlLif.standard().withThreshold(0.4),
                Liaf.of(lif),
                ParametricLif.withInitialTauInSteps(2).withThreshold(0.4),
                lif.withLearned(List.of(Learned.perChannel("tau"), Learned.perChannel("threshold"))),
                Inhibited.of(lif));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyStepEqualsTheNetwork(Example example) {
        compareEveryStep(example);
    }

    /** Streams a sequence twice beside the network. */
    static void compareEveryStep(Example example) {
        MultiLayerNetwork network = example.network();
        StreamingInference stream = StreamingInference.of(network, example.frame());
        float[][] sequence = example.sequence();
        INDArray whole = network.output(example.whole(sequence));
        assertThat(whole.maxNumber().doubleValue()).isNotZero(); // a silent network would prove nothing
        float[] output = new float[stream.outputs()];
        for (int round = 0; round < 2; round++) {
            for (int t = 0; t < sequence.length; t++) {
                stream.step(sequence[t], output);
                assertThat(output)
                        .as("step %s", t)
                        .containsExactly(
                                network.rnnTimeStep(example.step(sequence[t]))
                                        .ravel()
                                        .toFloatVector(),
                                offset((float) TOLERANCE));
            }
            assertThat(output)
                    .as("whole sequence")
                    .containsExactly(whole.ravel().toFloatVector(), offset((float) TOLERANCE));
            stream.reset();
            network.rnnClearPreviousState();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aSavedStateGoesOnInAnotherStream(Example example) throws IOException {
        MultiLayerNetwork network = example.network();
        StreamingInference stream = StreamingInference.of(network, example.frame());
        StreamingInference other = StreamingInference.of(network, example.frame());
        float[][] sequence = example.sequence();
        float[] expected = new float[stream.outputs()];
        float[] output = new float[stream.outputs()];
        for (int t = 0; t < sequence.length; t++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            NetworkState.of(stream).write(bytes);
            stream.step(sequence[t], expected);
            other.reset();
            NetworkState.read(new ByteArrayInputStream(bytes.toByteArray())).restoreInto(other);
            other.step(sequence[t], output);
            assertThat(output).as("step %s", t).isEqualTo(expected);
        }
        assertThat(NetworkState.of(other)).isEqualTo(NetworkState.of(stream));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FIRST_SPIKE", "INVERSE_FIRST_SPIKE"})
    void everyReductionRuns(Reduction reduction) throws IOException {
        Example example = Example.of(
                "reduction",
                new int[] {7},
                6,
                dense(9, Lif.withTauInSteps(2).withThreshold(0.3)),
                new LeakyReadout.Builder()
                        .nOut(4)
                        .integrator(LeakyIntegrator.withTauInSteps(4))
                        .reduction(reduction)
                        .loss(new LossMSE(), new ActivationIdentity())
                        .build());
        compareEveryStep(example);
        aSavedStateGoesOnInAnotherStream(example);
    }

    @Test
    void staticFrameIsGivenAtEveryStep() {
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().seed(7).list();
        list.layer(new SpikingDense.Builder()
                        .nOut(9)
                        .timeSteps(5)
                        .neuron(Lif.withTauInSteps(2).withThreshold(0.3))
                        .build())
                .layer(dense(4, Lif.withTauInSteps(2).withThreshold(0.2)))
                .layer(new RateReadout.Builder().build());
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.setInputType(InputType.feedForward(6)).build());
        network.init();
        unsettle(network);
        StreamingInference stream = StreamingInference.of(network);
        float[] frame = {0.5f, 0, 1, 2, 0, 0.25f};
        float[] output = new float[4];
        for (int t = 0; t < 5; t++) {
            stream.step(frame, output);
        }
        INDArray expected = network.output(Nd4j.createFromArray(frame).reshape(1, 6));
        assertThat(expected.maxNumber().doubleValue()).isPositive();
        assertThat(output).containsExactly(expected.ravel().toFloatVector(), offset((float) TOLERANCE));
    }

    @Test
    void networksOfDoublesStreamInFloat() {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(7)
                .dataType(DataType.DOUBLE)
                .list();
        list.layer(dense(9, Lif.withTauInSteps(2).withThreshold(0.3)))
                .layer(new LeakyReadout.Builder().nOut(4).build());
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.setInputType(InputType.recurrent(3, 1)).build());
        network.init();
        StreamingInference stream = StreamingInference.of(network, 3);
        float[] output = new float[4];
        stream.step(new float[] {1, 0, 2}, output);
        INDArray expected = network.output(Nd4j.createFromArray(1.0, 0, 2).reshape(1, 3, 1));
        assertThat(output)
                .containsExactly(expected.castTo(DataType.FLOAT).ravel().toFloatVector(), offset((float) TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void streamGoesOnFromAState(Example example) {
        StreamingInference stream = StreamingInference.of(example.network(), example.frame());
        StreamingInference other = StreamingInference.of(example.network(), example.frame());
        float[][] sequence = example.sequence();
        float[] output = new float[stream.outputs()];
        float[] expected = new float[stream.outputs()];
        stream.step(sequence[0], output);
        stream.step(sequence[1], output);
        other.restore(stream.state());
        for (int t = 2; t < sequence.length; t++) {
            stream.step(sequence[t], expected);
            other.step(sequence[t], output);
            assertThat(output).containsExactly(expected);
        }
    }

    @Test
    void trainingTheNetworkLeavesTheStreamAlone() {
        Example example = examples().findFirst().orElseThrow();
        MultiLayerNetwork network = example.network();
        StreamingInference stream = StreamingInference.of(network, example.frame());
        StreamingInference same = StreamingInference.of(network, example.frame());
        network.params().muli(3);
        float[] output = new float[stream.outputs()];
        float[] expected = new float[stream.outputs()];
        for (float[] frame : example.sequence()) {
            stream.step(frame, output);
            same.step(frame, expected);
        }
        INDArray before = example.network().output(example.whole(example.sequence()));
        assertThat(output).containsExactly(expected);
        assertThat(output).containsExactly(before.ravel().toFloatVector(), offset((float) TOLERANCE));
    }

    /** Gives running statistics, biases and learned constants values of their own. */
    static void unsettle(MultiLayerNetwork network) {
        SplittableRandom random = new SplittableRandom(3);
        network.paramTable().forEach((key, array) -> {
            boolean weights = key.endsWith("_W");
            for (long k = 0; !weights && k < array.length(); k++) {
                array.putScalar(k, array.getDouble(k) + random.nextDouble(0, 0.2));
            }
        });
    }

    static SpikingConv2D.Builder convolution(int channels, NeuronModel neuron) {
        return new SpikingConv2D.Builder().nOut(channels).padding(1, 1).neuron(neuron);
    }

    static SpikingDense dense(int neurons, NeuronModel neuron) {
        return new SpikingDense.Builder().nOut(neurons).neuron(neuron).build();
    }
}

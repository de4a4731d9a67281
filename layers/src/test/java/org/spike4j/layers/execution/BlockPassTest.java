package org.spike4j.layers.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.neuron.patch.ConvolutionBlock;

/** Convolutions tile by tile against the same network on dense products. */
class BlockPassTest {
    private static final String SWITCH = "spike4j.events";

    @BeforeAll
    static void needsVectors() {
        assumeTrue(
                ConvolutionBlock.canServe(64), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    @AfterEach
    void switchBack() {
        System.clearProperty(SWITCH);
        KernelThreads.use(Runtime.getRuntime().availableProcessors());
    }

    /** A network of two convolutions and its input; largest is the largest event count. */
    private record Case(
            String name,
            int height,
            int width,
            int[] kernel,
            int[] padding,
            Pooling pooling,
            int poolSize,
            int largest,
            boolean recompute) {
        static Case of(String name, int height, int width) {
            return new Case(name, height, width, new int[] {3, 3}, new int[] {1, 1}, Pooling.MAX, 2, 1, false);
        }

        Case withKernel(int[] size, int[] pad) {
            return new Case(name, height, width, size, pad, pooling, poolSize, largest, recompute);
        }

        Case withPooling(Pooling kind, int size) {
            return new Case(name, height, width, kernel, padding, kind, size, largest, recompute);
        }

        Case withCounts(int most) {
            return new Case(name, height, width, kernel, padding, pooling, poolSize, most, recompute);
        }

        Case withRecomputation() {
            return new Case(name, height, width, kernel, padding, pooling, poolSize, largest, true);
        }

        boolean batchNorm() {
            return pooling == Pooling.MAX;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                Case.of("usual", 16, 12),
                Case.of("odd sizes", 13, 19),
                Case.of("no pooling, bias", 9, 7).withPooling(Pooling.NONE, 1),
                Case.of("mean pooling, bias", 11, 10).withPooling(Pooling.AVERAGE, 2),
                Case.of("maximum of 3x3", 11, 13).withPooling(Pooling.MAX, 3),
                Case.of("event counts", 12, 12).withCounts(4),
                Case.of("kernel 5x4", 14, 15).withKernel(new int[] {5, 4}, new int[] {2, 1}),
                Case.of("kernel 1x1, a short patch with a gradient on the input", 11, 12)
                        .withKernel(new int[] {1, 1}, new int[] {0, 0}),
                Case.of("no padding", 14, 15).withKernel(new int[] {3, 3}, new int[] {0, 0}));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsDenseProducts(Case c) {
        Outcome dense = outcome(c, "off");
        Outcome packed = outcome(c, "on");
        assertThat(dense.spikes.sumNumber().doubleValue()).isPositive();
        assertThat(packed.spikes).isEqualTo(dense.spikes);
        assertThat(distance(packed.gradient, dense.gradient)).as("gradient").isLessThan(1e-4);
        assertThat(distance(packed.step, dense.step)).as("training step").isLessThan(1e-4);
    }

    /** Sums run in the same order whether a current is read or computed, so nothing is rounded differently. */
    @ParameterizedTest
    @MethodSource("cases")
    void recomputationGivesTheSameBits(Case c) {
        Outcome stored = outcome(c, "on");
        Outcome again = outcome(c.withRecomputation(), "on");
        assertThat(bits(again.spikes)).isEqualTo(bits(stored.spikes));
        assertThat(bits(again.gradient)).isEqualTo(bits(stored.gradient));
        assertThat(bits(again.step)).isEqualTo(bits(stored.step));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void doesNotDependOnTheNumberOfThreads(boolean recompute) {
        Case usual = Case.of("usual", 16, 12);
        Case c = recompute ? usual.withRecomputation() : usual;
        KernelThreads.use(1);
        Outcome one = outcome(c, "on");
        KernelThreads.use(3);
        Outcome three = outcome(c, "on");
        assertThat(bits(three.spikes)).isEqualTo(bits(one.spikes));
        assertThat(bits(three.step)).isEqualTo(bits(one.step));
    }

    /** Spikes of the second layer, gradient of all parameters, and what two training steps change. */
    private record Outcome(INDArray spikes, INDArray gradient, INDArray step) {}

    private static Outcome outcome(Case c, String events) {
        System.setProperty(SWITCH, events);
        Nd4j.getRandom().setSeed(5);
        int steps = 4;
        int samples = 3;
        INDArray input = Nd4j.rand(DataType.FLOAT, steps, samples, 2, c.height, c.width)
                .lt(0.25)
                .castTo(DataType.FLOAT);
        if (c.largest > 1) {
            INDArray counts = Transforms.floor(
                    Nd4j.rand(DataType.FLOAT, input.shape()).mul(c.largest).add(1));
            input.muli(counts);
        }
        INDArray features = input.permute(1, 2, 0, 3, 4);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, samples, 4);
        for (int n = 0; n < samples; n++) {
            labels.putScalar(n, n % 4, 1);
        }
        MultiLayerNetwork network = network(c, steps);
        INDArray spikes = network.feedForward(features, true).get(2).dup('c');
        network.setInput(features);
        network.setLabels(labels);
        network.computeGradientAndScore();
        INDArray gradient = network.gradient().gradient().dup();
        INDArray before = network.params().dup();
        network.fit(features, labels);
        network.fit(features, labels);
        return new Outcome(spikes, gradient, network.params().sub(before));
    }

    private static MultiLayerNetwork network(Case c, int steps) {
        Lif lif = Lif.withTauInSteps(2).withDecayInput(false);
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Sgd(0.1))
                .weightInit(WeightInit.RELU_UNIFORM)
                .list();
        for (int k = 0; k < 2; k++) {
            list.layer(new SpikingConv2D.Builder()
                    .nOut(k == 0 ? 16 : 32)
                    .kernelSize(c.kernel[0], c.kernel[1])
                    .padding(c.padding[0], c.padding[1])
                    .batchNorm(c.batchNorm())
                    .hasBias(!c.batchNorm())
                    .neuron(lif)
                    .pooling(k == 0 ? c.pooling : Pooling.NONE, c.poolSize)
                    .inputGradient(k > 0)
                    .recompute(c.recompute)
                    .build());
        }
        MultiLayerNetwork network = new MultiLayerNetwork(list.layer(
                        new SpikingDense.Builder().nOut(4).neuron(lif).build())
                .layer(new RateReadout.Builder().build())
                .setInputType(InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, steps, c.height, c.width, 2))
                .build());
        network.init();
        return network;
    }

    /** All elements; tensors themselves count as equal if they are close. */
    private static float[] bits(INDArray array) {
        return array.reshape('c', new long[] {array.length()}).toFloatVector();
    }

    private static double distance(INDArray a, INDArray b) {
        assertThat(b.norm2Number().doubleValue()).isPositive();
        return a.sub(b).norm2Number().doubleValue() / b.norm2Number().doubleValue();
    }
}

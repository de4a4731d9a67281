package org.spike4j.layers.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.layers.state.NetworkState;
import org.spike4j.neuron.Lif;

/** What a step leaves behind, and what a stream refuses. */
class StreamingUseTest {
    private static final Lif LIF = Lif.withTauInSteps(2).withThreshold(0.3);

    /** Windows of 1000 steps, after some thousand; several, since the JIT may still be at work in the first. */
    @Test
    void stepsLeaveNoGarbage() throws InterruptedException {
        MultiLayerNetwork network = gestures();
        network.output(Nd4j.ones(DataType.FLOAT, 8, 2, 16, 32, 32)); // starts the threads of the kernels
        StreamingInference stream = StreamingInference.of(network, 2, 32, 32);
        float[][] frames = new float[16][2 * 32 * 32];
        SplittableRandom random = new SplittableRandom(5);
        for (float[] frame : frames) {
            for (int k = 0; k < frame.length; k++) {
                frame[k] = random.nextDouble() < 0.1 ? random.nextInt(1, 5) : 0;
            }
        }
        float[] output = new float[stream.outputs()];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        for (int k = 0; k < 3000; k++) {
            stream.step(frames[k % frames.length], output);
        }
        long others = kernelThreadsTime(threads);
        long bytes = -1;
        for (int window = 0; window < 60 && bytes != 0; window++) {
            Thread.sleep(window); // a busy machine leaves the JIT no processor otherwise
            long before = threads.getThreadAllocatedBytes(self);
            for (int k = 0; k < 1000; k++) {
                stream.step(frames[k % frames.length], output);
            }
            bytes = threads.getThreadAllocatedBytes(self) - before;
        }
        assertThat(bytes).isZero();
        assertThat(kernelThreadsTime(threads)).as("work of other threads").isEqualTo(others);
        assertThat(output).isNotEqualTo(new float[11]);
    }

    /** Processor time of the threads that share the tiles of whole sequences; none where there is one processor. */
    private static long kernelThreadsTime(ThreadMXBean threads) {
        long time = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals("spike4j-kernel")) {
                time += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return time;
    }

    @Test
    void aStateOfAnotherStreamIsRefused() {
        StreamingInference small = StreamingInference.of(dense(), 3);
        StreamingInference large = StreamingInference.of(gestures(), 2, 32, 32);
        assertThatThrownBy(() -> NetworkState.of(small).restoreInto(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stage");
    }

    @Test
    void twoThreadsInOneStreamAreRefused() throws InterruptedException {
        StreamingInference stream = StreamingInference.of(dense(), 3);
        CountDownLatch stop = new CountDownLatch(1);
        AtomicReference<Throwable> refused = new AtomicReference<>();
        Runnable steps = () -> {
            float[] frame = {1, 2, 3};
            float[] output = new float[4];
            try {
                while (stop.getCount() > 0) {
                    stream.step(frame, output);
                }
            } catch (IllegalStateException e) {
                refused.compareAndSet(null, e);
                stop.countDown();
            }
        };
        Thread[] both = {new Thread(steps), new Thread(steps)};
        for (Thread thread : both) {
            thread.start();
        }
        for (Thread thread : both) {
            thread.join();
        }
        assertThat(refused.get()).hasMessageContaining("another thread is in this stream");
        stream.step(new float[3], new float[4]); // the stream itself is still good
    }

    @Test
    void badArraysAreRefusedAndLeaveTheState() {
        StreamingInference stream = StreamingInference.of(dense(), 3);
        float[] output = new float[4];
        stream.step(new float[] {1, 2, 3}, output);
        float[] state = stream.state();
        assertThatThrownBy(() -> stream.step(new float[2], output)).hasMessage("frame must hold 3 numbers, held 2");
        assertThatThrownBy(() -> stream.step(new float[3], new float[5]))
                .hasMessage("output must hold 4 numbers, held 5");
        assertThatThrownBy(() -> stream.restore(new float[1])).hasMessageStartingWith("state must hold");
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> stream.step(new float[] {1, bad, 0}, output))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("finite");
        }
        assertThat(stream.state()).isEqualTo(state);
    }

    @Test
    void whatCannotBeStreamedIsNamed() {
        InputType type = InputType.recurrent(3, 5);
        refuses(
                network(
                        type,
                        new DenseLayer.Builder().nOut(4).name("plain").build(),
                        new SpikingActivation.Builder().neuron(LIF).build(),
                        new RateReadout.Builder().build()),
                "DenseLayer \"plain\" cannot be streamed",
                "use network.rnnTimeStep(...)");
        refuses(
                network(
                        type,
                        StreamingInferenceTest.dense(4, LIF),
                        new LeakyReadout.Builder()
                                .nOut(4)
                                .loss(new LossMSE(), new ActivationTanH())
                                .build()),
                "the output activation of LeakyReadout \"layer1\" must be identity, sigmoid or softmax");
        refuses(network(type, StreamingInferenceTest.dense(4, LIF)), "the last layer, and no other, must be");
    }

    @Test
    void framesOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> StreamingInference.of(gestures(), 2, 16, 32))
                .hasMessageContaining("SpikingDense \"layer3\" takes 512 features, but activations of [32, 2, 4]");
        assertThatThrownBy(() -> StreamingInference.of(gestures(), 3, 32, 32))
                .hasMessageContaining("SpikingConv2D \"layer0\" takes 2 channels");
        assertThatThrownBy(() -> StreamingInference.of(gestures())).hasMessageContaining("the size of a frame");
        assertThatThrownBy(() -> StreamingInference.of(gestures(), 2, 0, 3)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> StreamingInference.of(gestures(), 2, 2, 2)).hasMessageContaining("at least 1");
    }

    private static void refuses(MultiLayerNetwork network, String... said) {
        assertThatThrownBy(() -> StreamingInference.of(network, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(said);
    }

    private static MultiLayerNetwork dense() {
        return network(
                InputType.recurrent(3, 5),
                StreamingInferenceTest.dense(500, LIF),
                StreamingInferenceTest.dense(4, LIF),
                new RateReadout.Builder().build());
    }

    /** The network of the gesture recipe. */
    private static MultiLayerNetwork gestures() {
        Layer[] layers = new Layer[6];
        int[] channels = {16, 32, 32};
        for (int k = 0; k < 3; k++) {
            layers[k] = StreamingInferenceTest.convolution(channels[k], LIF)
                    .batchNorm(true)
                    .pooling(Pooling.MAX, 2)
                    .build();
        }
        layers[3] = StreamingInferenceTest.dense(128, LIF);
        layers[4] = StreamingInferenceTest.dense(11, LIF);
        layers[5] = new RateReadout.Builder().build();
        return network(InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, 16, 32, 32, 2), layers);
    }

    private static MultiLayerNetwork network(InputType type, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().seed(1).list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(type).build());
        network.init();
        return network;
    }
}

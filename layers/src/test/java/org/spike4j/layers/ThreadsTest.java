package org.spike4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.execution.SpikingExecution;
import org.spike4j.layers.state.NetworkState;
import org.spike4j.neuron.Lif;

/** A network keeps the state of one stream; threads that share it are told, and copies keep states of their own. */
class ThreadsTest {

    @Test
    void twoThreadsInOneNetworkAreRefused() throws InterruptedException {
        MultiLayerNetwork network = network();
        CountDownLatch stop = new CountDownLatch(1);
        AtomicReference<Throwable> refused = new AtomicReference<>();
        Runnable steps = () -> {
            INDArray input = Networks.random(DataType.FLOAT, 1, 3, 5, 2);
            try {
                while (stop.getCount() > 0) {
                    network.rnnTimeStep(input);
                }
            } catch (RuntimeException e) {
                if (refused.compareAndSet(null, e)) {
                    stop.countDown();
                }
            }
        };
        Thread[] both = {new Thread(steps, "left"), new Thread(steps, "right")};
        for (Thread thread : both) {
            thread.start();
        }
        for (Thread thread : both) {
            thread.join();
        }
        assertThat(refused.get()).hasStackTraceContaining("its network serves one thread at a time");
    }

    @Test
    void theErrorNamesTheLayerBothThreadsAndTheWayOut() throws InterruptedException {
        SpikingExecution<?> layer = (SpikingExecution<?>) network().getLayer(0);
        INDArray input = Networks.random(DataType.FLOAT, 1, 2, 3, 5);
        Thread first = new Thread(() -> layer.setInput(input, LayerWorkspaceMgr.noWorkspaces()), "camera one");
        first.start();
        first.join();
        assertThatThrownBy(() -> layer.activate(false, LayerWorkspaceMgr.noWorkspaces()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("thread \"" + Thread.currentThread().getName() + "\"")
                .hasMessageContaining("thread \"camera one\"")
                .hasMessageContaining("network.clone(), or a StreamingInference of its own")
                .hasMessageContaining("layer name: first");
        layer.activate(input, false, LayerWorkspaceMgr.noWorkspaces()); // with an input of its own it is this thread's
    }

    @Test
    void threadsMayTakeTurns() throws InterruptedException {
        MultiLayerNetwork network = network();
        INDArray input = Networks.random(DataType.FLOAT, 1, 3, 5, 2);
        INDArray expected = network.output(input);
        AtomicReference<INDArray> output = new AtomicReference<>();
        Thread other = new Thread(() -> output.set(network.output(input)));
        other.start();
        other.join();
        assertThat(output.get()).isEqualTo(expected);
    }

    @Test
    void aFailedPassLeavesTheLayerOpen() {
        MultiLayerNetwork network = network();
        assertThatThrownBy(() -> network.output(Networks.random(DataType.FLOAT, 1, 3, 6, 2)))
                .hasStackTraceContaining("input must have 5 features");
        network.output(Networks.random(DataType.FLOAT, 1, 3, 5, 2));
    }

    @Test
    void clonesOfANetworkHaveStatesOfTheirOwn() {
        MultiLayerNetwork network = network();
        network.rnnTimeStep(Networks.random(DataType.FLOAT, 1, 3, 5, 2));
        NetworkState state = NetworkState.of(network);
        MultiLayerNetwork copy = network.clone();
        assertThat(NetworkState.of(copy)).as("starts anew").isEqualTo(NetworkState.of(network()));
        copy.rnnTimeStep(Networks.random(DataType.FLOAT, 2, 1, 5, 1));
        copy.rnnClearPreviousState();
        assertThat(NetworkState.of(network)).isEqualTo(state);
        for (int k = 0; k < network.getnLayers(); k++) {
            assertThat(copy.getLayer(k)).isNotSameAs((Layer) network.getLayer(k));
        }
    }

    @Test
    void clonesOfAGraphHaveStatesOfTheirOwn() {
        ComputationGraph graph = network().toComputationGraph();
        graph.rnnTimeStep(Networks.random(DataType.FLOAT, 1, 3, 5, 2));
        NetworkState state = NetworkState.of(graph);
        ComputationGraph copy = graph.clone();
        copy.rnnTimeStep(Networks.random(DataType.FLOAT, 2, 1, 5, 1));
        assertThat(NetworkState.of(graph)).isEqualTo(state);
        copy.rnnClearPreviousState();
        assertThat(NetworkState.of(graph)).isEqualTo(state);
    }

    /** As Deeplearning4j's ParallelInference makes them: the configuration from JSON, the parameters copied or shared. */
    @Test
    void copiesThatShareParametersStreamInThreadsOfTheirOwn() throws InterruptedException {
        MultiLayerNetwork network = network();
        INDArray input = Networks.random(DataType.FLOAT, 1, 3, 5, 8);
        INDArray expected = network.output(input);
        Thread[] threads = new Thread[4];
        INDArray[] outputs = new INDArray[threads.length];
        for (int k = 0; k < threads.length; k++) {
            MultiLayerNetwork copy = new MultiLayerNetwork(org.deeplearning4j.nn.conf.MultiLayerConfiguration.fromJson(
                    network.getLayerWiseConfigurations().toJson()));
            copy.init(network.params(), false);
            int at = k;
            threads[k] = new Thread(() -> {
                for (int t = 0; t < 8; t++) {
                    outputs[at] = copy.rnnTimeStep(Networks.steps(input, t, t + 1));
                }
            });
            threads[k].start();
        }
        for (int k = 0; k < threads.length; k++) {
            threads[k].join();
            assertThat(outputs[k].equalsWithEps(expected, 1e-6)).isTrue();
        }
    }

    private static MultiLayerNetwork network() {
        return Networks.network(
                DataType.FLOAT,
                InputType.recurrent(5, 2),
                new SpikingDense.Builder()
                        .name("first")
                        .nOut(9)
                        .neuron(Lif.withTauInSteps(3).withThreshold(0.3))
                        .build(),
                new SpikingRecurrent.Builder()
                        .nOut(6)
                        .neuron(Lif.withTauInSteps(3).withThreshold(0.3))
                        .build(),
                new LeakyReadout.Builder().nOut(4).build());
    }
}

package org.spike4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.SpikingDense;
import org.spike4j.neuron.Lif;

/** The benchmarks run; what they measure is not a matter of tests. */
class BenchmarkTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lifReportsTheMemoryLimitOfItsOwnRun(boolean packed) {
        BenchmarkResult result = new LifBenchmark(5, 2, 33, packed, 1, new Timing(1, 3)).run();
        assertThat(result.totalMedianMs()).isPositive();
        assertThat((double) result.details().get("memoryLimitMs")).isPositive();
        assertThat(result.details().get("spikes")).isEqualTo(packed ? "packed" : "float");
        assertThat((double) result.details().get("spikeRate")).isBetween(0.05, 0.5);
    }

    @Test
    void dvsConvTrainsTheNetworkOfTheComparison() {
        BenchmarkResult result = new DvsConvBenchmark(2, 2, 8, 32, 0.1, 1, new Timing(1, 3)).run();
        assertThat(result.totalMedianMs()).isPositive();
        // 4 convolutions with normalisation (gamma, beta, running mean and variance), 512 and 11 neurons
        long convolutions = 9 * 8 * (2 + 3 * 8) + 4 * 4 * 8;
        long dense = (8 * 2 * 2 + 1) * 512 + (512 + 1) * 11;
        assertThat(result.details().get("parameters")).isEqualTo(convolutions + dense);
    }

    @Test
    void recurrentTrainsTheNetworkOfTheComparison() {
        BenchmarkResult result = new RecurrentBenchmark(6, 4, 30, 9, 5, 0.2, 1, new Timing(1, 3)).run();
        assertThat(result.totalMedianMs()).isPositive();
        assertThat(result.details().get("parameters")).isEqualTo((30L + 9 + 1) * 9 + (9 + 1) * 5);
        assertThat((double) result.details().get("spikeRate")).isBetween(0.0, 1.0);
    }

    @Test
    void latencyReportsTimesAndGarbageOfAStep() {
        NeuralNetConfiguration.ListBuilder list =
                new NeuralNetConfiguration.Builder().seed(1).list();
        list.layer(new SpikingDense.Builder()
                        .nOut(3)
                        .neuron(Lif.withTauInSteps(2))
                        .build())
                .layer(new RateReadout.Builder().build());
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.setInputType(InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, 4, 32, 32, 2))
                        .build());
        network.init();
        BenchmarkResult result = new LatencyBenchmark(network, 32, 32, 100, 10).run();
        double median = (double) result.details().get("p50Ms");
        double late = (double) result.details().get("p99Ms");
        assertThat(median).isPositive().isEqualTo(result.totalMedianMs()).isLessThanOrEqualTo(late);
        assertThat(late).isLessThanOrEqualTo((double) result.details().get("maxMs"));
        assertThat((double) result.details().get("allocatedBytesPerStep")).isNotNegative();
        assertThat((double) result.details().get("inputDensity")).isBetween(0.06, 0.07); // as in the gesture data
        assertThat(result.details().get("parameters")).isEqualTo((2 * 32 * 32 + 1) * 3L);
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        long[] times = {1_000_000, 9_000_000, 2_000_000, 4_000_000};
        int[] next = {0};
        assertThat(new Timing(0, 4).medians(() -> new long[] {times[next[0]++]}))
                .containsExactly(3.0);
    }
}

package org.spike4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        long[] times = {1_000_000, 9_000_000, 2_000_000, 4_000_000};
        int[] next = {0};
        assertThat(new Timing(0, 4).medians(() -> new long[] {times[next[0]++]}))
                .containsExactly(3.0);
    }
}

package org.spike4j.benchmarks;

import java.util.Map;

/**
 * What a benchmark measured.
 *
 * @param bench its name
 * @param threads threads of the kernels
 * @param forwardMedianMs median time of the forward pass in milliseconds
 * @param backwardMedianMs median time of the backward pass in milliseconds; in a training step, all that follows the
 *     forward pass
 * @param totalMedianMs median time of both in milliseconds
 * @param samplesPerSecond samples of the mini-batch by the median of the total time
 * @param peakRssMb peak resident memory of the process in megabytes, 0 where the system does not tell
 * @param details further figures and the arguments, by name, in order
 */
public record BenchmarkResult(
        String bench,
        int threads,
        double forwardMedianMs,
        double backwardMedianMs,
        double totalMedianMs,
        double samplesPerSecond,
        long peakRssMb,
        Map<String, Object> details) {}

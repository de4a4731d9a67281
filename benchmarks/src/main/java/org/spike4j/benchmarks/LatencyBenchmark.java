package org.spike4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.spike4j.layers.streaming.StreamingInference;
import org.spike4j.training.PeakMemory;

/**
 * One step of streaming inference, mini-batch 1, on the calling thread: what a frame waits for its answer, and the garbage it
 * leaves. Frames are those of {@link EventFrames}.
 *
 * @param network the network
 * @param height pixels of a frame of two polarities
 * @param width pixels of a frame
 * @param steps steps that count
 * @param warmup steps that do not; more are added while the JIT is still at work, which garbage shows
 */
public record LatencyBenchmark(MultiLayerNetwork network, int height, int width, int steps, int warmup) {
    private static final int FRAMES = 256;
    private static final int WINDOW = 1000;
    private static final int MOST_WINDOWS = 50;

    /** Checks the numbers. */
    public LatencyBenchmark {
        if (steps < 1 || warmup < 0) {
            throw new IllegalArgumentException("steps must be >= 1 and warm-up >= 0, were " + steps + " and " + warmup);
        }
    }

    /**
     * Measures.
     *
     * @return the median as forward and total time, and in the details percentiles and garbage
     */
    public BenchmarkResult run() {
        StreamingInference stream = StreamingInference.of(network, 2, height, width);
        EventFrames events = EventFrames.of(height, width, FRAMES);
        float[] output = new float[stream.outputs()];
        int warm = warmup;
        measure(stream, events, output, new long[warmup]);
        for (int k = 0; k < MOST_WINDOWS && measure(stream, events, output, new long[WINDOW]) > 0; k++) {
            warm += WINDOW;
        }
        long[] times = new long[steps];
        long allocated = measure(stream, events, output, times);
        Arrays.sort(times);
        double median = (times[(steps - 1) / 2] + times[steps / 2]) / 2e6;

        Map<String, Object> details = new LinkedHashMap<>();
        details.put("p50Ms", median);
        details.put("p99Ms", times[Math.min(steps - 1, (int) (0.99 * steps))] / 1e6);
        details.put("maxMs", times[steps - 1] / 1e6);
        details.put("allocatedBytesPerStep", (double) allocated / steps);
        details.put("steps", steps);
        details.put("warmup", warm);
        details.put("frame", Arrays.asList(2, height, width));
        details.put("inputDensity", events.density());
        details.put("parameters", network.numParams());
        return new BenchmarkResult(
                "latency", 1, median, 0, median, 1000 / median, (long) PeakMemory.megabytes(), details);
    }

    /** Times each step; returns the bytes that this thread allocated meanwhile. */
    private static long measure(StreamingInference stream, EventFrames events, float[] output, long[] times) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        for (int k = 0; k < times.length; k++) {
            float[] frame = events.frame(k);
            long start = System.nanoTime();
            stream.step(frame, output);
            times[k] = System.nanoTime() - start;
        }
        return threads.getThreadAllocatedBytes(self) - before;
    }
}

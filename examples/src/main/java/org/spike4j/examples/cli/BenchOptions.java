package org.spike4j.examples.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.benchmarks.BenchmarkResult;
import org.spike4j.benchmarks.Timing;
import picocli.CommandLine.Option;

/** Options of all benchmarks, named as in the PyTorch scripts they are compared with, and what they answer. */
final class BenchOptions {
    @Option(names = "--threads", paramLabel = "K", defaultValue = "2", description = "Threads; ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--warmup",
            paramLabel = "R",
            defaultValue = "10",
            description = "Repetitions that do not count; ${DEFAULT-VALUE}.")
    private int warmup;

    @Option(
            names = "--reps",
            paramLabel = "R",
            defaultValue = "20",
            description = "Repetitions that count; ${DEFAULT-VALUE}.")
    private int repetitions;

    /** Threads, which ND4J is told too. */
    int threads() {
        requirePositive("--threads", threads);
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
        return threads;
    }

    Timing timing() {
        return new Timing(warmup, repetitions);
    }

    static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " must be at least 1, was " + value);
        }
    }

    /** Prints a result for people and makes it one for programs. */
    static Map<String, Object> answer(Printer printer, BenchmarkResult result) {
        String parts = result.backwardMedianMs() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "forward %.3f ms, backward %.3f ms, ",
                        result.forwardMedianMs(),
                        result.backwardMedianMs());
        printer.say(String.format(
                Locale.ROOT,
                "%s: %stotal %.3f ms, %.1f samples/s with %d threads",
                result.bench(),
                parts,
                result.totalMedianMs(),
                result.samplesPerSecond(),
                result.threads()));
        result.details().forEach((name, value) -> printer.say("  " + name + " " + value));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", result.bench());
        json.put("threads", result.threads());
        json.put("forwardMedianMs", result.forwardMedianMs());
        json.put("backwardMedianMs", result.backwardMedianMs());
        json.put("totalMedianMs", result.totalMedianMs());
        json.put("samplesPerSecond", result.samplesPerSecond());
        json.put("peakRssMb", result.peakRssMb());
        json.putAll(result.details());
        return json;
    }
}

package org.spike4j.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nd4j.shade.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares one thread with several, in turn. */
@Command(
        name = "threads",
        header = "The dvs-conv step on one thread and on several, in turn, each time in a new process.",
        sortOptions = false)
final class BenchThreadsCommand extends SpikeCommand {
    @Mixin
    private DvsConvOptions network;

    @Option(
            names = "--threads",
            paramLabel = "K",
            defaultValue = "2",
            description = "Threads to compare with one; ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--rounds",
            paramLabel = "R",
            defaultValue = "3",
            description = "How often the two take turns; ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--warmup",
            paramLabel = "R",
            defaultValue = "20",
            description = "Repetitions in a process that do not count; ${DEFAULT-VALUE}.")
    private int warmup;

    @Option(
            names = "--reps",
            paramLabel = "R",
            defaultValue = "8",
            description = "Repetitions in a process that count; ${DEFAULT-VALUE}.")
    private int repetitions;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        BenchOptions.requirePositive("--rounds", rounds);
        if (threads < 2) {
            throw new IllegalArgumentException("--threads must be at least 2, was " + threads);
        }
        List<String> arguments = new ArrayList<>(List.of("dvs-conv"));
        arguments.addAll(network.arguments());
        arguments.addAll(List.of("--warmup", String.valueOf(warmup), "--reps", String.valueOf(repetitions)));
        double[] one = new double[rounds];
        double[] several = new double[rounds];
        JsonNode last = null;
        for (int round = 0; round < rounds; round++) {
            one[round] = ChildProcess.bench(arguments, 1).get("totalMedianMs").asDouble();
            last = ChildProcess.bench(arguments, threads);
            several[round] = last.get("totalMedianMs").asDouble();
            printer.remark(String.format(
                    Locale.ROOT, "spike4j: 1 thread %.1f ms, %d threads %.1f ms", one[round], threads, several[round]));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("bench", "threads");
        answer.put("threads", threads);
        answer.put("forwardMedianMs", last.get("forwardMedianMs").asDouble());
        answer.put("backwardMedianMs", last.get("backwardMedianMs").asDouble());
        answer.put("totalMedianMs", median(several));
        answer.put("samplesPerSecond", last.get("N").asInt() * 1000 / median(several));
        answer.put("peakRssMb", last.get("peakRssMb").asLong());
        answer.put("oneThreadMedianMs", median(one));
        answer.put("speedup", median(one) / median(several));
        printer.say(String.format(
                Locale.ROOT,
                "1 thread %.2f ms, %d threads %.2f ms: %.2f times as fast",
                median(one),
                threads,
                median(several),
                median(one) / median(several)));
        return answer;
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs every benchmark, each in its own process, in turn with the PyTorch scripts if it is told where they are. */
@Command(
        name = "all",
        header = "Every benchmark in a process of its own, and a table at the end.",
        description = "Runs what docs/performance.md tells.",
        sortOptions = false)
final class BenchAllCommand extends SpikeCommand {
    private static final String ERROR = "error";

    @Option(names = "--threads", paramLabel = "K", defaultValue = "2", description = "Threads; ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only the benchmarks of these names, separated by commas.")
    private Set<String> only = Set.of();

    @Option(names = "--quick", description = "Tiny sizes: shows that everything runs, not how fast.")
    private boolean quick;

    @Option(
            names = "--scripts",
            paramLabel = "DIR",
            description = "Folder of PyTorch scripts (bench_lif.py and others), run in turn for the ratios.")
    private Path scripts;

    @Option(
            names = "--python",
            paramLabel = "FILE",
            defaultValue = "python3",
            description = "The Python that has PyTorch; ${DEFAULT-VALUE}.")
    private String python;

    @Override
    Map<String, ?> run(Printer printer) {
        BenchOptions.requirePositive("--threads", threads);
        List<Map<String, Object>> results = new ArrayList<>();
        for (BenchSuite.Entry entry : chosen()) {
            printer.remark("spike4j: " + entry.title());
            results.add(measured(entry));
        }
        printer.say(String.format(
                "%-48s%11s%12s%8s%13s%8s%8s", "benchmark", "ms", "samples/s", "MB", "PyTorch ms", "MB", "faster"));
        results.forEach(result -> printer.say(line(result)));

        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("bench", "all");
        answer.put("threads", threads);
        answer.put("results", results);
        return answer;
    }

    @Override
    int exitCode(Map<String, ?> result) {
        return ((List<?>) result.get("results")).stream().anyMatch(r -> ((Map<?, ?>) r).containsKey(ERROR))
                ? Failures.FAILED
                : 0;
    }

    private List<BenchSuite.Entry> chosen() {
        List<BenchSuite.Entry> all = quick ? BenchSuite.QUICK : BenchSuite.FULL;
        Set<String> names = new TreeSet<>();
        all.forEach(entry -> names.add(entry.name()));
        for (String name : only) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "--only must name benchmarks among " + String.join(", ", names) + ", was " + name);
            }
        }
        return all.stream()
                .filter(entry -> only.isEmpty() || only.contains(entry.name()))
                .toList();
    }

    /** The answer of a benchmark, with the title and the script's answer; or what went wrong. */
    private Map<String, Object> measured(BenchSuite.Entry entry) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("title", entry.title());
        try {
            JsonNode answer = ChildProcess.bench(entry.arguments(), threads);
            answer.fields().forEachRemaining(field -> result.put(field.getKey(), plain(field.getValue())));
            if (scripts != null && !entry.script().isEmpty()) {
                JsonNode peer = ChildProcess.answer(scriptCommand(entry), threads);
                double milliseconds = peer.get("total_median_ms").asDouble();
                result.put("pyTorch", String.join(" ", entry.script()));
                result.put("pyTorchMedianMs", milliseconds);
                result.put("pyTorchPeakRssMb", peer.get("peak_rss_mb").asLong());
                result.put(
                        "timesFaster",
                        milliseconds / answer.get("totalMedianMs").asDouble());
            }
        } catch (IOException e) {
            result.put(ERROR, e.getMessage());
        }
        return result;
    }

    private List<String> scriptCommand(BenchSuite.Entry entry) {
        List<String> command = new ArrayList<>();
        command.add(python);
        command.add(scripts.resolve(entry.script().get(0)).toString());
        command.addAll(entry.script().subList(1, entry.script().size()));
        command.addAll(entry.size());
        command.addAll(List.of("--threads", String.valueOf(threads)));
        if (quick) {
            command.addAll(List.of("--warmup", "1", "--reps", "3", "--max-seconds", "5", "--quiet", "0"));
        }
        return command;
    }

    private static String line(Map<String, Object> result) {
        if (result.containsKey(ERROR)) {
            return String.format("%-48s%s", result.get("title"), result.get(ERROR));
        }
        String own = String.format(
                Locale.ROOT,
                "%-48s%11.2f%12.1f%8d",
                result.get("title"),
                number(result, "totalMedianMs"),
                number(result, "samplesPerSecond"),
                (long) number(result, "peakRssMb"));
        if (!result.containsKey("pyTorch")) {
            return own;
        }
        return own
                + String.format(
                        Locale.ROOT,
                        "%13.2f%8d%8.2f  %s",
                        number(result, "pyTorchMedianMs"),
                        (long) number(result, "pyTorchPeakRssMb"),
                        number(result, "timesFaster"),
                        result.get("pyTorch"));
    }

    private static double number(Map<String, Object> result, String key) {
        return ((Number) result.get(key)).doubleValue();
    }

    private static Object plain(JsonNode value) {
        return new ObjectMapper().convertValue(value, Object.class);
    }
}

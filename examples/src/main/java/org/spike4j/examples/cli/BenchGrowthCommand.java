package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.spike4j.benchmarks.PowerLaw;
import org.spike4j.examples.plot.GrowthPlot;
import org.spike4j.examples.plot.GrowthSeries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how time and memory of a training step grow, and draws it. */
@Command(
        name = "growth",
        header = "How time and peak memory of a dvs-conv step grow with T, batch, channels and spike density.",
        description = "Each point runs in a process of its own. Writes growth.png, growth.csv and growth.json.",
        sortOptions = false)
final class BenchGrowthCommand extends SpikeCommand {
    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for plot and table.")
    private Path out;

    @Option(
            names = "--over",
            paramLabel = "NAME",
            split = ",",
            description = "Only over these of T, N, C, density; separated by commas.")
    private Set<String> over = Set.of();

    @Option(names = "--threads", paramLabel = "K", defaultValue = "2", description = "Threads; ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--quick", description = "Two tiny points each: shows that it runs, not how cost grows.")
    private boolean quick;

    private final Map<List<String>, JsonNode> measured = new HashMap<>();

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        BenchOptions.requirePositive("--threads", threads);
        List<GrowthSweep> sweeps = chosen();
        Files.createDirectories(out);
        List<GrowthSeries> series = new ArrayList<>();
        List<Map<String, Object>> sections = new ArrayList<>();
        StringBuilder table = new StringBuilder("quantity,value,totalMedianMs,peakRssMb\n");
        for (GrowthSweep sweep : sweeps) {
            GrowthSeries one = series(sweep, printer);
            series.add(one);
            sections.add(section(sweep, one));
            for (int k = 0; k < one.x().length; k++) {
                table.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%.3f,%.0f%n",
                        sweep.option(),
                        sweep.values().get(k),
                        one.milliseconds()[k],
                        one.megabytes()[k]));
            }
            printer.say(sentence(sections.get(sections.size() - 1), one));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("bench", "growth");
        answer.put("threads", threads);
        answer.put("sweeps", sections);
        answer.put("written", out.toString());
        Files.write(out.resolve("growth.png"), GrowthPlot.draw(series).png());
        Files.writeString(out.resolve("growth.csv"), table, StandardCharsets.UTF_8);
        Files.writeString(out.resolve("growth.json"), JsonLine.of(answer) + "\n", StandardCharsets.UTF_8);
        printer.say("plot: " + out.resolve("growth.png"));
        return answer;
    }

    private List<GrowthSweep> chosen() {
        List<GrowthSweep> all = quick ? GrowthSweep.quick() : GrowthSweep.full();
        List<String> names = all.stream().map(GrowthSweep::option).toList();
        for (String name : over) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "--over must name some of " + String.join(", ", names) + ", was " + name);
            }
        }
        return all.stream()
                .filter(sweep -> over.isEmpty() || over.contains(sweep.option()))
                .toList();
    }

    private GrowthSeries series(GrowthSweep sweep, Printer printer) throws IOException {
        int points = sweep.values().size();
        double[] x = new double[points];
        double[] milliseconds = new double[points];
        double[] megabytes = new double[points];
        for (int k = 0; k < points; k++) {
            List<String> arguments = sweep.arguments(sweep.values().get(k), quick);
            JsonNode answer = measured.get(arguments);
            if (answer == null) {
                printer.remark("spike4j: " + String.join(" ", arguments));
                answer = ChildProcess.bench(arguments, threads);
                measured.put(arguments, answer);
            }
            x[k] = sweep.values().get(k);
            milliseconds[k] = answer.get("totalMedianMs").asDouble();
            megabytes[k] = answer.get("peakRssMb").asDouble();
        }
        return new GrowthSeries(sweep.quantity(), x, milliseconds, megabytes);
    }

    private static Map<String, Object> section(GrowthSweep sweep, GrowthSeries series) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("over", sweep.option());
        section.put("values", sweep.values());
        section.put("totalMedianMs", boxed(series.milliseconds()));
        section.put("peakRssMb", boxed(series.megabytes()));
        section.put("timeExponent", exponent(series.x(), series.milliseconds()));
        section.put("memoryExponent", exponent(series.x(), series.megabytes()));
        return section;
    }

    private static String sentence(Map<String, Object> section, GrowthSeries series) {
        return String.format(
                Locale.ROOT,
                "over %s: time grows with exponent %.2f, memory with %.2f",
                series.quantity(),
                (double) section.get("timeExponent"),
                (double) section.get("memoryExponent"));
    }

    private static double exponent(double[] x, double[] y) {
        return PowerLaw.ofUpperHalf(x, y).exponent();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}

package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spike4j.datasets.catalog.Catalog;
import org.spike4j.datasets.catalog.DataSetEntry;
import org.spike4j.datasets.catalog.SampleReading;
import org.spike4j.datasets.catalog.Verification;
import org.spike4j.datasets.sets.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a whole data set and says whether it is in order. */
@Command(
        name = "verify",
        header = "Reads every sample of a data set, counts, and names what is broken.",
        footerHeading = "%n",
        footer = "Exit code 1 if something is wrong. A subset is in order, unless --complete is given.")
final class DataVerifyCommand extends SpikeCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "Name of a data set; see data sets.")
    private String name;

    @Parameters(index = "1", paramLabel = "DIR", description = "Folder of the data set.")
    private Path folder;

    @Option(
            names = "--split",
            paramLabel = "RULE",
            defaultValue = "",
            description = "How to divide it, where there are several ways; see data sets.")
    private String split;

    @Option(names = "--complete", description = "A subset of the data set is not enough.")
    private boolean complete;

    @Option(names = "--threads", paramLabel = "K", description = "Threads to read with; all cores if not given.")
    private Integer threads;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        int workers = threads != null ? threads : Runtime.getRuntime().availableProcessors();
        BenchOptions.requirePositive("--threads", workers);
        DataSetEntry entry = Catalog.find(name);
        Verification found = Verification.of(entry, folder, split, workers, progress(printer));
        print(printer, entry, found);
        return json(found);
    }

    @Override
    int exitCode(Map<String, ?> result) {
        boolean enough = !complete || Boolean.TRUE.equals(result.get("complete"));
        return Boolean.TRUE.equals(result.get("ok")) && enough ? 0 : Failures.FAILED;
    }

    /** A line for every tenth of the samples. */
    private static SampleReading.Progress progress(Printer printer) {
        return (read, all) -> {
            if (all >= 1000 && read % (all / 10) == 0) {
                printer.remark(String.format(Locale.ROOT, "read %,d of %,d samples", read, all));
            }
        };
    }

    private void print(Printer printer, DataSetEntry entry, Verification found) {
        boolean enough = !complete || found.complete();
        printer.say(entry.title() + " in " + folder + ": " + (found.ok() && enough ? "in order" : "NOT in order"));
        found.samples().forEach((part, count) -> {
            if (count > 0) {
                List<Integer> labels = found.labels().get(part);
                printer.say(String.format(Locale.ROOT, "  %-10s %,d samples%s", text(part), count, classes(labels)));
            }
        });
        printer.say(String.format(Locale.ROOT, "  %-10s %,d %s", "content", found.amount(), found.unit()));
        found.remarks().forEach(remark -> printer.say("  " + remark));
        found.problems().forEach(problem -> printer.say("  problem: " + problem));
    }

    private static String classes(List<Integer> labels) {
        return labels.isEmpty() ? "" : ", by class " + labels;
    }

    private static Map<String, ?> json(Verification found) {
        Map<String, Object> samples = new LinkedHashMap<>();
        Map<String, Object> labels = new LinkedHashMap<>();
        found.samples().forEach((part, count) -> {
            samples.put(text(part), count);
            labels.put(text(part), found.labels().get(part));
        });
        Map<String, Object> expected = new LinkedHashMap<>();
        found.expected().forEach((part, count) -> expected.put(text(part), count));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("dataset", found.dataset());
        answer.put("folder", found.folder().toString());
        answer.put("ok", found.ok());
        answer.put("complete", found.complete());
        answer.put("split", found.rule());
        answer.put("samples", samples);
        answer.put("expected", expected);
        answer.put("labelCounts", labels);
        answer.put(found.unit(), found.amount());
        answer.put("remarks", found.remarks());
        answer.put("problems", found.problems());
        return answer;
    }

    private static String text(Split part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}

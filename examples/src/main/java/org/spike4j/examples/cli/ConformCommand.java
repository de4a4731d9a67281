package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spike4j.examples.conform.Conformance;
import org.spike4j.examples.conform.ConformanceReport;
import org.spike4j.examples.conform.ConformanceTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares this library with numbers that other libraries computed. */
@Command(
        name = "conform",
        header = "Compares neurons, readouts and losses with numbers from other libraries.",
        description = "%nExit code 1 if a case differs.")
final class ConformCommand extends SpikeCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE_OR_DIR",
            description = "Case files, or folders whose .json files are cases, at any depth.")
    private List<Path> paths;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Write a page: model by model what agrees and how well, and what is not covered.")
    private Path table;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
        }
        ConformanceReport report = Conformance.run(paths);
        if (report.cases() == 0) {
            throw new IllegalArgumentException("there is no .json case file in " + paths + "; check the path");
        }
        report.failed().forEach(failure -> printer.say("failed     " + failure.name() + ": " + failure.reason()));
        if (!report.uncovered().isEmpty()) {
            printer.say("not covered: " + String.join(", ", report.uncovered()));
        }
        printer.say(report.passed() + " of " + report.cases() + " cases passed, "
                + report.failed().size() + " failed, " + report.uncovered().size() + " are not covered; largest error "
                + report.maxError());
        if (table != null) {
            Files.writeString(table, ConformanceTable.page(report), StandardCharsets.UTF_8);
            printer.say("table: " + table);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("cases", report.cases());
        result.put("passed", report.passed());
        result.put(
                "failed",
                report.failed().stream().map(ConformanceReport.Failure::name).toList());
        result.put("uncovered", report.uncovered());
        result.put("maxError", report.maxError());
        result.put("maxErrorFloat", report.maxErrorFloat());
        if (table != null) {
            result.put("written", table.toString());
        }
        return result;
    }

    @Override
    int exitCode(Map<String, ?> result) {
        return ((List<?>) result.get("failed")).isEmpty() ? 0 : Failures.FAILED;
    }
}

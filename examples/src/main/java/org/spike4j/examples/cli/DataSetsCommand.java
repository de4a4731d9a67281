package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spike4j.datasets.catalog.Catalog;
import org.spike4j.datasets.catalog.CatalogPage;
import org.spike4j.datasets.catalog.DataSetEntry;
import org.spike4j.datasets.catalog.SplitRule;
import org.spike4j.datasets.file.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the data sets of the catalogue. */
@Command(name = "sets", header = "Lists the data sets that are known; with --page, writes all about them.")
final class DataSetsCommand extends SpikeCommand {
    @Option(names = "--page", paramLabel = "FILE", description = "Markdown file to write.")
    private Path page;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        List<Map<String, Object>> sets = new ArrayList<>();
        for (DataSetEntry entry : Catalog.entries()) {
            String way = entry.downloads().isEmpty() ? "by hand" : "download";
            printer.say(String.format("%-14s %-9s %s: %s", entry.name(), way, entry.title(), entry.summary()));
            sets.add(json(entry));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sets", sets);
        if (page != null) {
            AtomicFile.write(page, CatalogPage.text().getBytes(StandardCharsets.UTF_8));
            printer.say("page: " + page);
            answer.put("written", page.toString());
        }
        return answer;
    }

    private static Map<String, Object> json(DataSetEntry entry) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("name", entry.name());
        set.put("title", entry.title());
        set.put("description", entry.summary());
        set.put("classes", entry.classes());
        set.put("licence", entry.licence());
        set.put("download", !entry.downloads().isEmpty());
        set.put("splits", entry.rules().stream().map(DataSetsCommand::json).toList());
        set.put("recipes", entry.recipes());
        return set;
    }

    private static Map<String, Object> json(SplitRule rule) {
        Map<String, Object> split = new LinkedHashMap<>();
        split.put("name", rule.name());
        rule.counts().forEach((part, count) -> split.put(part.name().toLowerCase(Locale.ROOT), count));
        return split;
    }
}

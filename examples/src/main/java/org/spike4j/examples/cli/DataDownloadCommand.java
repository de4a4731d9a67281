package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.spike4j.datasets.archive.ArchiveLimits;
import org.spike4j.datasets.catalog.Catalog;
import org.spike4j.datasets.catalog.DataSetEntry;
import org.spike4j.datasets.catalog.SetFetching;
import org.spike4j.datasets.download.DownloadSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads and unpacks a data set. */
@Command(
        name = "download",
        header = "Downloads a data set, checks it and unpacks it.",
        footerHeading = "%n",
        footer = "The folder appears whole or not at all; an interrupted download goes on where it stopped.")
final class DataDownloadCommand extends SpikeCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "Name of a data set; see data sets.")
    private String name;

    @Parameters(index = "1", paramLabel = "DIR", description = "Folder to make; must not exist, or be empty.")
    private Path folder;

    @Option(
            names = "--stall",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Seconds of silence after which a server is left; ${DEFAULT-VALUE}.")
    private int stall;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        if (stall < 1) {
            throw new IllegalArgumentException("--stall must be at least 1 second, was " + stall);
        }
        DataSetEntry entry = Catalog.find(name);
        DownloadSettings settings = DownloadSettings.defaults().withStall(Duration.ofSeconds(stall));
        new SetFetching(settings, new DownloadProgress(printer), ArchiveLimits.defaults(), printer::remark)
                .fetch(entry, folder);
        printer.say(entry.title() + " is in " + folder);
        printer.say("licence: " + entry.licence() + "; cite " + entry.citation());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("dataset", entry.name());
        answer.put("folder", folder.toString());
        answer.put("files", entry.downloads().size());
        return answer;
    }
}

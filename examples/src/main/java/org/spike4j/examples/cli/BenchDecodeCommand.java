package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.spike4j.benchmarks.DecodeBenchmark;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times the reading of event files. */
@Command(
        name = "decode",
        header = "Reading event files of each format on one thread, and binning events into frames.",
        sortOptions = false)
final class BenchDecodeCommand extends SpikeCommand {
    @Option(
            names = "--events",
            paramLabel = "E",
            defaultValue = "4000000",
            description = "Events of a file; ${DEFAULT-VALUE}.")
    private int events;

    @Option(
            names = "--formats",
            split = ",",
            paramLabel = "ENDING",
            description = "Only these formats, by the ending of their files; such as raw,dat.")
    private List<String> formats;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where to write the files; a temporary folder without it.")
    private Path folder;

    @Mixin
    private BenchOptions options;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        BenchOptions.requirePositive("--events", events);
        List<EventFormat> read = formats == null
                ? EventFile.formats().stream()
                        .filter(format -> format.writer().isPresent())
                        .toList()
                : formats.stream().map(EventFile::formatToWrite).toList();
        Path made = folder == null ? Files.createTempDirectory("spike4j-decode") : Files.createDirectories(folder);
        try {
            return BenchOptions.answer(printer, new DecodeBenchmark(events, read, made, options.timing()).run());
        } finally {
            if (folder == null) {
                Files.deleteIfExists(made);
            }
        }
    }
}

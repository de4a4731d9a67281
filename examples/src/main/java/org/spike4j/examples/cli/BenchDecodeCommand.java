package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.spike4j.benchmarks.DecodeBenchmark;
import org.spike4j.benchmarks.DecodedFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times the reading of event files. */
@Command(
        name = "decode",
        header = "Reading event files of each format on one thread, and binning events into frames.",
        footer = {
            "",
            "Files are written and read packet by packet. To see the memory that takes:",
            "  SPIKE4J_JAVA_OPTS=-Xmx256m ./spike4j bench decode --events 260000000 --formats dat --warmup 1 --reps 3"
        },
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
            description = "Only these formats, by the ending of their files, or aedat2; such as raw,dat.")
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
        List<DecodedFormat> read = formats == null
                ? DecodedFormat.all()
                : formats.stream().map(DecodedFormat::of).toList();
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

package org.spike4j.examples.cli;

import java.util.Map;
import org.spike4j.benchmarks.BenchmarkResult;
import org.spike4j.benchmarks.DvsConvBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times a training step of a convolutional network. */
@Command(
        name = "dvs-conv",
        header = "A training step of a network of four spiking convolutions, as for DVS128 Gesture.",
        sortOptions = false)
final class BenchDvsConvCommand extends SpikeCommand {
    @Option(names = "--T", paramLabel = "T", defaultValue = "16", description = "Time steps; ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--N", paramLabel = "N", defaultValue = "8", description = "Samples; ${DEFAULT-VALUE}.")
    private int samples;

    @Option(names = "--C", paramLabel = "C", defaultValue = "64", description = "Channels; ${DEFAULT-VALUE}.")
    private int channels;

    @Option(names = "--hw", paramLabel = "HW", defaultValue = "64", description = "Pixels a side; ${DEFAULT-VALUE}.")
    private int size;

    @Mixin
    private BenchOptions options;

    @Override
    Map<String, ?> run(Printer printer) {
        BenchOptions.requirePositive("--T", steps);
        BenchOptions.requirePositive("--N", samples);
        BenchOptions.requirePositive("--C", channels);
        if (size < 16 || size % 16 != 0) {
            throw new IllegalArgumentException(
                    "--hw must be a multiple of 16, since four poolings halve it, was " + size);
        }
        BenchmarkResult result =
                new DvsConvBenchmark(steps, samples, channels, size, options.threads(), options.timing()).run();
        return BenchOptions.answer(printer, result);
    }
}

package org.spike4j.examples.cli;

import java.util.List;
import org.spike4j.benchmarks.DvsConvBenchmark;
import org.spike4j.benchmarks.Timing;
import picocli.CommandLine.Option;

/** Size and input of the convolutional network that several benchmarks train. */
final class DvsConvOptions {
    @Option(names = "--T", paramLabel = "T", defaultValue = "16", description = "Time steps; ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--N", paramLabel = "N", defaultValue = "8", description = "Samples; ${DEFAULT-VALUE}.")
    private int samples;

    @Option(names = "--C", paramLabel = "C", defaultValue = "64", description = "Channels; ${DEFAULT-VALUE}.")
    private int channels;

    @Option(names = "--hw", paramLabel = "HW", defaultValue = "64", description = "Pixels a side; ${DEFAULT-VALUE}.")
    private int size;

    @Option(
            names = "--density",
            paramLabel = "D",
            defaultValue = "0.1",
            description = "Share of the input's pixels that are set; ${DEFAULT-VALUE}.")
    private double density;

    /** The benchmark of these options. */
    DvsConvBenchmark benchmark(int threads, Timing timing) {
        check();
        return new DvsConvBenchmark(steps, samples, channels, size, density, threads, timing);
    }

    /** The same options as arguments of another process. */
    List<String> arguments() {
        check();
        return List.of(
                ("--T " + steps + " --N " + samples + " --C " + channels + " --hw " + size + " --density " + density)
                        .split(" "));
    }

    private void check() {
        BenchOptions.requirePositive("--T", steps);
        BenchOptions.requirePositive("--N", samples);
        BenchOptions.requirePositive("--C", channels);
        if (size < 16 || size % 16 != 0) {
            throw new IllegalArgumentException(
                    "--hw must be a multiple of 16, since four poolings halve it, was " + size);
        }
    }
}

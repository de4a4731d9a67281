package org.spike4j.examples.cli;

import java.util.Map;
import org.spike4j.benchmarks.LinearLifBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times a dense layer of LIF neurons. */
@Command(
        name = "linear-lif",
        header = "A dense layer of LIF neurons, forward and backward to weights and bias.",
        sortOptions = false)
final class BenchLinearLifCommand extends SpikeCommand {
    @Option(names = "--T", paramLabel = "T", defaultValue = "500", description = "Time steps; ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--N", paramLabel = "N", defaultValue = "16", description = "Samples; ${DEFAULT-VALUE}.")
    private int samples;

    @Option(
            names = "--n",
            paramLabel = "n",
            defaultValue = "512",
            description = "Neurons, and inputs; ${DEFAULT-VALUE}.")
    private int neurons;

    @Option(
            names = "--density",
            paramLabel = "D",
            defaultValue = "NaN",
            description = "Binary input of which this share is 1; normal input if it is not given.")
    private double density;

    @Mixin
    private BenchOptions options;

    @Override
    Map<String, ?> run(Printer printer) {
        BenchOptions.requirePositive("--T", steps);
        BenchOptions.requirePositive("--N", samples);
        BenchOptions.requirePositive("--n", neurons);
        LinearLifBenchmark benchmark =
                new LinearLifBenchmark(steps, samples, neurons, density, options.threads(), options.timing());
        return BenchOptions.answer(printer, benchmark.run());
    }
}

package org.spike4j.examples.cli;

import java.util.Map;
import java.util.Set;
import org.spike4j.benchmarks.BenchmarkResult;
import org.spike4j.benchmarks.LifBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times a LIF layer alone. */
@Command(
        name = "lif",
        header = "A LIF layer alone, forward and backward, beside the memory limit of the same run.",
        sortOptions = false)
final class BenchLifCommand extends SpikeCommand {
    @Option(names = "--T", paramLabel = "T", defaultValue = "100", description = "Time steps; ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--N", paramLabel = "N", defaultValue = "16", description = "Samples; ${DEFAULT-VALUE}.")
    private int samples;

    @Option(names = "--n", paramLabel = "n", defaultValue = "4096", description = "Neurons; ${DEFAULT-VALUE}.")
    private int neurons;

    @Option(
            names = "--spikes",
            paramLabel = "FORM",
            defaultValue = "packed",
            description = "packed (as bits, with the gradient in place) or float; ${DEFAULT-VALUE}.")
    private String spikes;

    @Mixin
    private BenchOptions options;

    @Override
    Map<String, ?> run(Printer printer) {
        BenchOptions.requirePositive("--T", steps);
        BenchOptions.requirePositive("--N", samples);
        BenchOptions.requirePositive("--n", neurons);
        if (!Set.of("packed", "float").contains(spikes)) {
            throw new IllegalArgumentException("--spikes must be packed or float, was " + spikes);
        }
        boolean packed = spikes.equals("packed");
        BenchmarkResult result =
                new LifBenchmark(steps, samples, neurons, packed, options.threads(), options.timing()).run();
        return BenchOptions.answer(printer, result);
    }
}

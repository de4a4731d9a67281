package org.spike4j.examples.cli;

import java.util.Map;
import org.spike4j.benchmarks.RecurrentBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times a training step of a recurrent network. */
@Command(
        name = "recurrent",
        header = "A training step of a recurrent network on sparse events, as for Spiking Heidelberg Digits.",
        sortOptions = false)
final class BenchRecurrentCommand extends SpikeCommand {
    @Option(names = "--T", paramLabel = "T", defaultValue = "100", description = "Time steps; ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--N", paramLabel = "N", defaultValue = "64", description = "Samples; ${DEFAULT-VALUE}.")
    private int samples;

    @Option(
            names = "--inputs",
            paramLabel = "I",
            defaultValue = "700",
            description = "Input channels; ${DEFAULT-VALUE}.")
    private int inputs;

    @Option(
            names = "--hidden",
            paramLabel = "H",
            defaultValue = "256",
            description = "Recurrent neurons; ${DEFAULT-VALUE}.")
    private int hidden;

    @Option(names = "--outputs", paramLabel = "K", defaultValue = "20", description = "Classes; ${DEFAULT-VALUE}.")
    private int outputs;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "0.02",
            description = "Share of the inputs that are 1; ${DEFAULT-VALUE}.")
    private double rate;

    @Mixin
    private ProfileOption profile;

    @Mixin
    private BenchOptions options;

    @Override
    Map<String, ?> run(Printer printer) {
        BenchOptions.requirePositive("--T", steps);
        BenchOptions.requirePositive("--N", samples);
        BenchOptions.requirePositive("--inputs", inputs);
        BenchOptions.requirePositive("--hidden", hidden);
        BenchOptions.requirePositive("--outputs", outputs);
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("--rate must be between 0 and 1, was " + rate);
        }
        RecurrentBenchmark benchmark = new RecurrentBenchmark(
                steps, samples, inputs, hidden, outputs, rate, options.threads(), options.timing());
        Map<String, Object> answer = BenchOptions.answer(printer, benchmark.run());
        profile.answer(printer, benchmark::profile, answer);
        return answer;
    }
}

package org.spike4j.examples.cli;

import java.util.Map;
import org.spike4j.benchmarks.MlpBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Times a training step of a dense network. */
@Command(
        name = "mlp",
        header = "A training step of the network 784-1000-10 on a static input, as for MNIST.",
        sortOptions = false)
final class BenchMlpCommand extends SpikeCommand {
    @Option(names = "--T", paramLabel = "T", defaultValue = "25", description = "Time steps; ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--N", paramLabel = "N", defaultValue = "128", description = "Samples; ${DEFAULT-VALUE}.")
    private int samples;

    @Option(
            names = "--hidden",
            paramLabel = "n",
            defaultValue = "1000",
            description = "Neurons of the hidden layer; ${DEFAULT-VALUE}.")
    private int hidden;

    @Mixin
    private ProfileOption profile;

    @Mixin
    private BenchOptions options;

    @Override
    Map<String, ?> run(Printer printer) {
        BenchOptions.requirePositive("--T", steps);
        BenchOptions.requirePositive("--N", samples);
        BenchOptions.requirePositive("--hidden", hidden);
        MlpBenchmark benchmark = new MlpBenchmark(steps, samples, hidden, options.threads(), options.timing());
        Map<String, Object> answer = BenchOptions.answer(printer, benchmark.run());
        profile.answer(printer, benchmark::profile, answer);
        return answer;
    }
}

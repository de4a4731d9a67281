package org.spike4j.examples.cli;

import java.util.Map;
import org.spike4j.benchmarks.DvsConvBenchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Times a training step of a convolutional network. */
@Command(
        name = "dvs-conv",
        header = "A training step of a network of four spiking convolutions, as for DVS128 Gesture.",
        sortOptions = false)
final class BenchDvsConvCommand extends SpikeCommand {
    @Mixin
    private DvsConvOptions network;

    @Mixin
    private ProfileOption profile;

    @Mixin
    private BenchOptions options;

    @Override
    Map<String, ?> run(Printer printer) {
        DvsConvBenchmark benchmark = network.benchmark(options.threads(), options.timing());
        Map<String, Object> answer = BenchOptions.answer(printer, benchmark.run());
        profile.answer(printer, benchmark::profile, answer);
        return answer;
    }
}

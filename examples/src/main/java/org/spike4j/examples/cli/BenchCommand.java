package org.spike4j.examples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the benchmarks. */
@Command(
        name = "bench",
        header = "Measures speed.",
        synopsisSubcommandLabel = "NAME",
        subcommands = {
            BenchLifCommand.class,
            BenchLinearLifCommand.class,
            BenchDvsConvCommand.class,
            BenchRecurrentCommand.class,
            BenchMlpCommand.class,
            BenchLatencyCommand.class,
            BenchDecodeCommand.class,
            BenchGrowthCommand.class,
            BenchNeuronsCommand.class,
            BenchThreadsCommand.class,
            BenchAllCommand.class
        })
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a benchmark is missing, one of "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}

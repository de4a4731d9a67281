package org.spike4j.examples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about event files and data sets. */
@Command(
        name = "data",
        header = "Looks at event files, converts them, and gets and checks data sets.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DataInfoCommand.class,
            DataStatsCommand.class,
            DataConvertCommand.class,
            DataViewCommand.class,
            DataSetsCommand.class,
            DataDownloadCommand.class,
            DataVerifyCommand.class
        })
final class DataCommand implements Runnable {
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
                spec.commandLine(), "a command is missing, one of info, stats, convert, view, sets, download, verify");
    }
}

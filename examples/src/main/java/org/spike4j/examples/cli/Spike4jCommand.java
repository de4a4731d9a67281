package org.spike4j.examples.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "./spike4j",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Trains spiking neural networks on event-camera data.",
        descriptionHeading = "%nStart here:%n",
        description = {
            "  ./spike4j recipes                          what can be trained",
            "  ./spike4j train gesture                    trains a network on gestures, no download needed",
            "  ./spike4j evaluate runs/.../model.zip      tests a trained network",
            "  ./spike4j data info FILE                   what is in an event file",
        },
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%n",
        footer = "Exit codes: 0 done, 1 the run failed, 2 wrong usage or bad input.",
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            RecipesCommand.class,
            DataCommand.class,
            NeuronsCommand.class,
            ConformCommand.class,
            BenchCommand.class
        })
final class Spike4jCommand implements Runnable {
    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec;

    /** The command line with its handlers, ready to execute arguments. */
    static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new Spike4jCommand())
                .setCommandName(Shell.quoted(System.getProperty("spike4j.command", "./spike4j")))
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}

package org.spike4j.examples.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that answers: options that all commands have, and the way from its result to standard output. */
abstract class SpikeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--json",
            description = "Print the result as one JSON object, the last line of standard output; the rest goes to "
                    + "standard error.")
    private boolean json;

    @Option(names = "--verbose", description = "Log more, and show the stack trace if something fails.")
    private boolean verbose;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public final Integer call() throws Exception {
        if (verbose) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
        }
        Printer printer =
                new Printer(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
        Map<String, ?> result = run(printer);
        printer.answer(result);
        return exitCode(result);
    }

    /**
     * Does the work, and prints it for people.
     *
     * @param printer where to print
     * @return the result for programs, in the order of its keys
     * @throws Exception whatever went wrong; {@link Failures} turns it into a sentence
     */
    abstract Map<String, ?> run(Printer printer) throws Exception;

    /**
     * The exit code of a run that came to its end.
     *
     * @param result what {@link #run} returned
     * @return 0 unless the command says otherwise
     */
    int exitCode(Map<String, ?> result) {
        return 0;
    }

    /** Whether stack traces are wanted. */
    final boolean verbose() {
        return verbose;
    }

    /** This command as picocli knows it. */
    final CommandSpec spec() {
        return spec;
    }
}

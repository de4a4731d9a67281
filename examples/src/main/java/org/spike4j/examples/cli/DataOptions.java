package org.spike4j.examples.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.datasets.gesture.synthetic.SyntheticGestureSettings;
import org.spike4j.examples.run.data.DataSource;
import org.spike4j.neuron.kernel.KernelThreads;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of the commands that read a data set and run a network. */
final class DataOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the data set; gesture makes up its own if this is not given.")
    private Path data;

    @Option(names = "--threads", paramLabel = "K", description = "Threads to compute with; all cores if not given.")
    private Integer threads;

    @Option(
            names = "--data-threads",
            paramLabel = "K",
            description = "Threads to read and bin samples with in the background; as many as --threads if not given.")
    private Integer dataThreads;

    /** Uses as many threads as wanted, in our kernels and in ND4J. */
    void useThreads() {
        if (threads == null) {
            return;
        }
        requirePositive("--threads", threads);
        KernelThreads.use(threads);
        Nd4j.getEnvironment().setMaxThreads(threads);
        Nd4j.getEnvironment().setMaxMasterThreads(threads);
    }

    /** The data set. */
    DataSource source(Printer printer) {
        int wanted = threads != null ? threads : Runtime.getRuntime().availableProcessors();
        if (dataThreads != null) {
            requirePositive("--data-threads", dataThreads);
            wanted = dataThreads;
        }
        return new DataSource(
                Optional.ofNullable(data), home(), SyntheticGestureSettings.defaults(), wanted, printer::remark);
    }

    /** The options that were given, for a command that continues with the same ones. */
    String text() {
        return (data == null ? "" : " --data " + Shell.quoted(data.toString()))
                + (threads == null ? "" : " --threads " + threads)
                + (dataThreads == null ? "" : " --data-threads " + dataThreads);
    }

    private void requirePositive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be at least 1, was " + value);
        }
    }

    /** Where made up data are kept: what the start script says, or the working directory. */
    private static Path home() {
        String named = System.getProperty("spike4j.home", System.getenv("SPIKE4J_HOME"));
        return Path.of(named == null ? ".spike4j" : named);
    }
}

package org.spike4j.examples.cli;

import java.util.Map;
import java.util.function.Supplier;
import org.spike4j.benchmarks.StepProfile;
import picocli.CommandLine.Option;

/** The option of benchmarks of training steps that asks where the time goes. */
final class ProfileOption {
    @Option(
            names = "--profile",
            description = "Print where the time of a step goes: milliseconds of each layer and stage, and the garbage.")
    private boolean wanted;

    /** Profiles if asked to: prints the table, and adds it to the answer. */
    void answer(Printer printer, Supplier<StepProfile> profile, Map<String, Object> answer) {
        if (wanted) {
            ProfileTable.answer(printer, profile.get(), answer);
        }
    }
}

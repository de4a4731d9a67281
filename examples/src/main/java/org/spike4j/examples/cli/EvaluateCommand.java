package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.spike4j.examples.run.EvaluationJob;
import org.spike4j.training.PeakMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tests a trained network. */
@Command(name = "evaluate", header = "Tests a trained network on the test samples of its data set.")
final class EvaluateCommand extends SpikeCommand {
    @Parameters(paramLabel = "MODEL", description = "A model.zip, or the folder of a training.")
    private Path model;

    @Mixin
    private DataOptions data;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        data.useThreads();
        EvaluationJob.Result test = EvaluationJob.run(model, data.source(printer));
        double accuracy = test.evaluation().accuracy();
        long samples = test.evaluation().samples();
        printer.say(String.format(
                Locale.ROOT,
                "test accuracy %.2f %% on %,d samples of %s, in %.1f s",
                100 * accuracy,
                samples,
                test.dataset(),
                test.seconds()));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("recipe", test.description().recipe());
        result.put("dataset", test.dataset());
        result.put("testSamples", samples);
        result.put("testAccuracy", accuracy);
        result.put("samplesPerSecond", samples / test.seconds());
        result.put("seconds", test.seconds());
        result.put("peakRssMb", PeakMemory.megabytes());
        result.put("parameters", test.parameters());
        result.put("firingRates", test.firingRates());
        result.put("confusion", test.evaluation().confusion());
        return result;
    }
}

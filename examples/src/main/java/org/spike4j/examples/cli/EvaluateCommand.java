package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spike4j.examples.plot.AccuracyOverTime;
import org.spike4j.examples.plot.Picture;
import org.spike4j.examples.run.EvaluationJob;
import org.spike4j.training.PeakMemory;
import org.spike4j.training.evaluation.EarlyExit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests a trained network. */
@Command(name = "evaluate", header = "Tests a trained network on the test samples of its data set.")
final class EvaluateCommand extends SpikeCommand {
    @Parameters(paramLabel = "MODEL", description = "A model.zip, or the folder of a training.")
    private Path model;

    @Mixin
    private DataOptions data;

    @Option(
            names = "--steps",
            split = ",",
            paramLabel = "T",
            description = "Also test with samples cut into T steps, the neurons' time constants kept; such as 4,8,16.")
    private List<Integer> steps;

    @Option(
            names = "--early-exit",
            split = ",",
            paramLabel = "MARGIN",
            description =
                    "Also test step by step until the margin between the two likeliest classes is reached; such as 0.5,0.9.")
    private List<Double> margins;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Also draw accuracy over steps as a PNG; needs --steps or --early-exit.")
    private Path plot;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        if (plot != null && steps == null && margins == null) {
            throw new IllegalArgumentException("--plot needs --steps or --early-exit, neither was given");
        }
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
        List<EvaluationJob.AtSteps> fixed =
                steps == null ? List.of() : EvaluationJob.overSteps(model, data.source(printer), steps);
        if (steps != null) {
            result.put("steps", rowsOfSteps(printer, fixed));
        }
        List<EarlyExit.Point> sure = margins == null
                ? List.of()
                : EvaluationJob.earlyExit(model, data.source(printer), margins).curve();
        if (margins != null) {
            result.put("earlyExit", rowsOfMargins(printer, sure));
        }
        if (plot != null) {
            Files.write(plot, picture(fixed, sure).png());
            printer.say("drew " + plot);
            result.put("plot", plot.toString());
        }
        return result;
    }

    private static List<Map<String, Object>> rowsOfSteps(Printer printer, List<EvaluationJob.AtSteps> tests) {
        List<Map<String, Object>> rows = new ArrayList<>();
        printer.say("steps  step length  test accuracy");
        for (EvaluationJob.AtSteps at : tests) {
            printer.say(String.format(
                    Locale.ROOT, "%5d  %10.3fx  %11.2f %%", at.steps(), at.timeScale(), 100 * at.accuracy()));
            rows.add(Map.of("steps", at.steps(), "timeScale", at.timeScale(), "testAccuracy", at.accuracy()));
        }
        return rows;
    }

    private static List<Map<String, Object>> rowsOfMargins(Printer printer, List<EarlyExit.Point> tests) {
        List<Map<String, Object>> rows = new ArrayList<>();
        printer.say("margin  mean steps  test accuracy");
        for (EarlyExit.Point point : tests) {
            printer.say(String.format(
                    Locale.ROOT,
                    "%6.3f  %10.2f  %11.2f %%",
                    point.threshold(),
                    point.meanSteps(),
                    100 * point.accuracy()));
            rows.add(Map.of(
                    "margin", point.threshold(), "meanSteps", point.meanSteps(), "testAccuracy", point.accuracy()));
        }
        return rows;
    }

    private static Picture picture(List<EvaluationJob.AtSteps> fixed, List<EarlyExit.Point> sure) {
        return AccuracyOverTime.draw(
                fixed.stream()
                        .map(at -> new AccuracyOverTime.Point(at.steps(), at.accuracy()))
                        .toList(),
                sure.stream()
                        .map(point -> new AccuracyOverTime.Point(point.meanSteps(), point.accuracy()))
                        .toList());
    }
}

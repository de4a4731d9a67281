package org.spike4j.examples.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spike4j.datasets.file.AtomicFile;
import org.spike4j.examples.report.Fact;
import org.spike4j.examples.report.Figure;
import org.spike4j.examples.report.Report;
import org.spike4j.examples.report.Table;
import org.spike4j.examples.run.data.RecipeData;
import org.spike4j.training.TrainingResult;
import org.spike4j.training.model.EpochRecord;

/** Puts the report of a training together. */
final class RunReport {
    private RunReport() {}

    /**
     * Writes {@code report.html}, and each picture as a PNG file of its own.
     *
     * @param result a training that was not interrupted
     * @param recipeText the recipe as it was read
     * @param data what was trained on
     * @param figures the pictures
     * @return the page
     * @throws IOException if a file cannot be written
     */
    static Path write(TrainingResult result, String recipeText, RecipeData data, List<Figure> figures)
            throws IOException {
        Path folder = result.files().path();
        for (Figure figure : figures) {
            AtomicFile.write(folder.resolve(figure.name() + ".png"), figure.png());
        }
        Path page = folder.resolve("report.html");
        new Report(
                        "Training of " + result.recipe(),
                        headlines(result),
                        facts(result, data),
                        epochs(result),
                        recipeText,
                        figures)
                .write(page);
        return page;
    }

    private static List<Fact> headlines(TrainingResult result) {
        List<Fact> headlines = new ArrayList<>();
        headlines.add(new Fact("test accuracy", percent(result.testAccuracy())));
        if (!Double.isNaN(result.validationAccuracy())) {
            headlines.add(new Fact("validation accuracy", percent(result.validationAccuracy())));
        }
        headlines.add(new Fact("seconds", number("%,.1f", result.seconds())));
        headlines.add(new Fact("training samples per second", number("%,.0f", result.samplesPerSecond())));
        headlines.add(new Fact("waiting for data", percent(result.dataWaitShare())));
        return headlines;
    }

    private static List<Fact> facts(TrainingResult result, RecipeData data) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Recipe", result.recipe()));
        facts.add(new Fact("Data", result.dataset()));
        facts.add(new Fact(
                "Samples",
                number("%,d to train, ", result.trainSamples())
                        + number("%,d to validate, ", data.epochs().validationSamples())
                        + number("%,d to test", result.testSamples())));
        facts.add(new Fact("Input", data.input().toString()));
        facts.add(new Fact("Epochs", result.epochs() + ", the model is that of epoch " + result.bestEpoch()));
        facts.add(new Fact("Seed", String.valueOf(result.seed())));
        facts.add(new Fact("Parameters", number("%,d", result.parameters())));
        for (Map.Entry<String, Double> layer : result.firingRates().entrySet()) {
            facts.add(new Fact("Firing rate of " + layer.getKey(), number("%.2f %%", 100 * layer.getValue())));
        }
        facts.add(new Fact("Peak memory", number("%,.0f MB", result.peakRssMb())));
        return facts;
    }

    private static Table epochs(TrainingResult result) {
        return new Table(
                List.of(
                        "Epoch",
                        "Loss",
                        "Training accuracy",
                        "Validation accuracy",
                        "Samples/s",
                        "Seconds",
                        "Waiting for data",
                        "Learning rate"),
                result.history().stream().map(RunReport::row).toList());
    }

    private static List<String> row(EpochRecord epoch) {
        return List.of(
                String.valueOf(epoch.epoch()),
                number("%.4f", epoch.trainLoss()),
                percent(epoch.trainAccuracy()),
                Double.isNaN(epoch.validationAccuracy()) ? "\u2013" : percent(epoch.validationAccuracy()),
                number("%,.0f", epoch.samplesPerSecond()),
                number("%.1f", epoch.seconds()),
                percent(epoch.dataWaitShare()),
                number("%.2g", epoch.learningRate()));
    }

    private static String percent(double share) {
        return number("%.1f %%", 100 * share);
    }

    private static String number(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}

package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spike4j.examples.run.RecipeCatalog;
import org.spike4j.examples.run.TrainingJob;
import org.spike4j.training.TrainingResult;
import org.spike4j.training.memory.MemoryPlan;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.recipe.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Trains a network. */
@Command(
        name = "train",
        header = "Trains a network by a recipe, tests it and writes a report.",
        footerHeading = "%n",
        footer = {
            "Writes model.zip, checkpoint.zip, metrics.jsonl, report.html and the plots into one folder.",
            "Ctrl-C saves a checkpoint and says how to continue."
        })
final class TrainCommand extends SpikeCommand {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final long USUAL_SEED = 1;

    @Parameters(paramLabel = "RECIPE", description = "Name of a recipe, or path of a .yaml file.")
    private String recipe;

    @Mixin
    private DataOptions data;

    @Mixin
    private MemoryOptions memory;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training samples.")
    private Integer epochs;

    @Option(names = "--batch", paramLabel = "B", description = "Samples of a mini-batch.")
    private Integer batch;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of weights, order and augmentation; " + USUAL_SEED + " if not given.")
    private Long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results; runs/<recipe>-<time> if not given.")
    private Path out;

    @Option(names = "--resume", description = "Continue the training whose checkpoint is in --out.")
    private boolean resume;

    @Override
    @SuppressWarnings("try") // the interrupt is awaited, never asked
    Map<String, ?> run(Printer printer) throws IOException {
        requirePositive("--epochs", epochs);
        requirePositive("--batch", batch);
        requirePositive("--replicas", memory.replicas());
        if (resume && out == null) {
            throw new ParameterException(spec().commandLine(), "--resume needs --out DIR, the folder of the training");
        }
        Recipe read = RecipeCatalog.read(recipe);
        Path folder = out != null
                ? out
                : Path.of(
                        "runs",
                        read.name() + "-"
                                + LocalDateTime.now(ZoneId.systemDefault()).format(TIMESTAMP));
        data.useThreads();
        TrainingJob planned = resume
                ? TrainingJob.resume(read, given(), data.source(printer), folder)
                : TrainingJob.start(read, settings(read), data.source(printer), folder);
        Optional<MemoryPlan> plan = memory.plan(planned);
        if (plan.isPresent() && memory.planOnly()) {
            PlanTable.lines(plan.get()).forEach(printer::say);
            return PlanTable.json(plan.get());
        }
        plan.ifPresent(chosen -> PlanTable.lines(chosen).forEach(printer::remark));
        TrainingJob job = memory.applied(planned, plan);
        printer.remark("training " + read.name() + " on " + job.dataset() + ", results in " + folder);
        ProgressLine line = ProgressLine.onTerminal(printer.err());
        TrainingResult result;
        try (SaveOnInterrupt saving = new SaveOnInterrupt(job::stop)) {
            result = job.run(new TrainingProgress(line, job.epochs(), System::nanoTime), printer::remark);
            line.clear();
            if (result.interrupted()) {
                printer.remark("interrupted; the checkpoint is saved. To continue:");
                printer.remark("  " + spec().qualifiedName() + " " + Shell.quoted(recipe) + data.text() + memory.text()
                        + " --out " + Shell.quoted(folder.toString()) + " --resume");
            }
        }
        print(printer, result);
        Map<String, Object> json = json(result);
        if (!job.split().truncation().isNone()) {
            json.put("truncation", job.split().truncation().steps());
        }
        return json;
    }

    @Override
    int exitCode(Map<String, ?> result) {
        return Boolean.TRUE.equals(result.get("interrupted")) ? Failures.INTERRUPTED : 0;
    }

    private RunSettings settings(Recipe read) {
        return new RunSettings(
                epochs != null ? epochs : read.training().epochs(),
                batch != null ? batch : read.training().batch(),
                seed != null ? seed : USUAL_SEED);
    }

    /** What the command line says about the settings of a training that has them already. */
    private TrainingJob.Given given() {
        return new TrainingJob.Given(
                Optional.ofNullable(epochs), Optional.ofNullable(batch), Optional.ofNullable(seed));
    }

    private void requirePositive(String option, Integer value) {
        if (value != null && value < 1) {
            throw new ParameterException(spec().commandLine(), option + " must be at least 1, was " + value);
        }
    }

    private static void print(Printer printer, TrainingResult result) {
        if (result.interrupted()) {
            return;
        }
        printer.say(String.format(
                Locale.ROOT,
                "test accuracy %.2f %% on %,d samples, after %d %s in %s",
                100 * result.testAccuracy(),
                result.testSamples(),
                result.epochs(),
                result.epochs() == 1 ? "epoch" : "epochs",
                Duration.text(result.seconds())));
        printer.say("model   " + result.files().model());
        printer.say("report  " + result.files().path().resolve("report.html"));
    }

    private static Map<String, Object> json(TrainingResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("recipe", result.recipe());
        json.put("dataset", result.dataset());
        json.put("epochs", result.epochs());
        json.put("seed", result.seed());
        json.put("trainSamples", result.trainSamples());
        json.put("testSamples", result.testSamples());
        json.put("validationAccuracy", result.validationAccuracy());
        json.put("testAccuracy", result.testAccuracy());
        json.put("samplesPerSecond", result.samplesPerSecond());
        json.put("seconds", result.seconds());
        json.put("peakRssMb", result.peakRssMb());
        json.put("parameters", result.parameters());
        json.put("firingRates", result.firingRates());
        json.put("dataWaitShare", result.dataWaitShare());
        json.put("bestEpoch", result.bestEpoch());
        json.put("interrupted", result.interrupted());
        json.put("out", result.files().path().toString());
        return json;
    }
}

package org.spike4j.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.spike4j.benchmarks.BenchmarkResult;
import org.spike4j.benchmarks.LatencyBenchmark;
import org.spike4j.datasets.gesture.Gesture;
import org.spike4j.examples.run.RecipeCatalog;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.ModelFile;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.model.SavedModel;
import org.spike4j.training.network.RecipeNetwork;
import org.spike4j.training.recipe.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times single steps of streaming inference. */
@Command(
        name = "latency",
        header = "One step of streaming inference of the gesture network, mini-batch 1, and the garbage it leaves.",
        sortOptions = false)
final class BenchLatencyCommand extends SpikeCommand {
    private static final String RECIPE = "gesture";

    @Option(names = "--steps", paramLabel = "S", defaultValue = "2000", description = "Steps; ${DEFAULT-VALUE}.")
    private int steps;

    @Option(
            names = "--warmup",
            paramLabel = "S",
            defaultValue = "2000",
            description = "Steps that do not count; ${DEFAULT-VALUE}.")
    private int warmup;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A model of event frames; without one, the network of the gesture recipe before training.")
    private Path model;

    @SuppressWarnings("UnusedVariable") // accepted, so that all benchmarks can be called alike
    @Option(names = "--threads", paramLabel = "K", defaultValue = "1", description = "Not used: a step has one thread.")
    private int threads;

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        BenchOptions.requirePositive("--steps", steps);
        if (warmup < 0) {
            throw new IllegalArgumentException("--warmup must be at least 0, was " + warmup);
        }
        BenchmarkResult result;
        if (model == null) {
            Recipe recipe = RecipeCatalog.read(RECIPE);
            InputDescription input = InputDescription.frames(
                    recipe.data().steps(),
                    2,
                    recipe.data().size(),
                    recipe.data().size());
            result = benchmark(untrained(recipe, input), input).run();
        } else {
            SavedModel saved = ModelFile.load(model);
            result = benchmark(saved.network(), saved.description().input()).run();
        }
        return BenchOptions.answer(printer, result);
    }

    private LatencyBenchmark benchmark(MultiLayerNetwork network, InputDescription input) {
        if (input.kind() != InputDescription.Kind.FRAMES || input.channels() != 2) {
            throw new IllegalArgumentException(
                    "--model must take event frames [batch, 2, T, H, W], but " + model + " takes " + input);
        }
        return new LatencyBenchmark(network, input.height(), input.width(), steps, warmup);
    }

    private static MultiLayerNetwork untrained(Recipe recipe, InputDescription input) {
        ModelDescription description =
                new ModelDescription(recipe.name(), "", "none", Gesture.names(), input, new RunSettings(1, 1, 0));
        return RecipeNetwork.build(recipe, description, 1);
    }
}

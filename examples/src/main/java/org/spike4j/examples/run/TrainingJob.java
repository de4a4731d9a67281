package org.spike4j.examples.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.examples.report.Figure;
import org.spike4j.examples.run.data.DataSource;
import org.spike4j.examples.run.data.RecipeData;
import org.spike4j.training.ProgressListener;
import org.spike4j.training.RunFolder;
import org.spike4j.training.Trainer;
import org.spike4j.training.TrainingResult;
import org.spike4j.training.memory.MemoryPlan;
import org.spike4j.training.memory.Recomputation;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.ModelFile;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.model.SavedModel;
import org.spike4j.training.network.RecipeNetwork;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.RecipeReader;
import org.spike4j.training.step.BatchSplit;

/**
 * A training by a recipe, with its report. Made by {@link #start} or {@link #resume}, run once by {@link #run}, stopped
 * early from any thread by {@link #stop}.
 */
public final class TrainingJob {
    /** The one that is trained on, three that are read ahead, and one that is not freed yet. */
    private static final int BATCHES_IN_MEMORY = 5;

    private final ModelDescription description;
    private final RecipeData data;
    private final MultiLayerConfiguration network;
    private final Trainer trainer;
    private final BatchSplit split;

    private TrainingJob(
            ModelDescription description,
            RecipeData data,
            MultiLayerConfiguration network,
            Trainer trainer,
            BatchSplit split) {
        this.description = description;
        this.data = data;
        this.network = network;
        this.trainer = trainer.withSplit(split);
        this.split = split;
    }

    /**
     * Settings that were given for a training that has them already.
     *
     * @param epochs passes over the training samples, if given
     * @param batch samples of a mini-batch, if given
     * @param seed seed, if given
     */
    public record Given(Optional<Integer> epochs, Optional<Integer> batch, Optional<Long> seed) {}

    /**
     * A training from its start.
     *
     * @param recipe what to train
     * @param run settings of the training
     * @param source where the data come from
     * @param folder for the results; must not hold a training yet
     * @return the job
     * @throws IllegalArgumentException if recipe, settings or data do not fit
     * @throws IOException if the data cannot be read
     */
    public static TrainingJob start(Recipe recipe, RunSettings run, DataSource source, Path folder) throws IOException {
        requireFree(folder);
        RecipeData data = source.open(recipe, run);
        ModelDescription description =
                new ModelDescription(recipe.name(), recipe.text(), data.dataset(), data.classes(), data.input(), run);
        MultiLayerNetwork network =
                RecipeNetwork.build(recipe, description, data.epochs().trainSamples());
        Trainer trainer = Trainer.start(network, description, data.epochs(), folder);
        return new TrainingJob(description, data, network.getLayerWiseConfigurations(), trainer, split(recipe));
    }

    /**
     * A training that goes on where it was stopped, by the recipe it was started with.
     *
     * @param recipe the recipe that was asked for; must have the name of the one in the checkpoint
     * @param given settings that were asked for; must be those of the checkpoint
     * @param source where the data come from
     * @param folder the folder of the training
     * @return the job
     * @throws IllegalArgumentException if the checkpoint is that of another training
     * @throws IOException if checkpoint or data cannot be read
     */
    public static TrainingJob resume(Recipe recipe, Given given, DataSource source, Path folder) throws IOException {
        SavedModel checkpoint = ModelFile.load(new RunFolder(folder).checkpoint());
        ModelDescription description = checkpoint.description();
        requireSame("recipe", Optional.of(recipe.name()), description.recipe());
        requireSame("--epochs", given.epochs(), description.run().epochs());
        requireSame("--batch", given.batch(), description.run().batch());
        requireSame("--seed", given.seed(), description.run().seed());
        Recipe started = RecipeReader.parse(description.recipe(), description.recipeText());
        RecipeData data = source.open(started, description.run());
        RecipeNetwork.resetRecomputation(checkpoint.network().getLayerWiseConfigurations(), started);
        Trainer trainer = Trainer.resume(checkpoint, data.epochs(), folder);
        return new TrainingJob(
                description, data, checkpoint.network().getLayerWiseConfigurations(), trainer, split(started));
    }

    /**
     * This job, before its run, with mini-batches cut in another way than the recipe says.
     *
     * @param newSplit how mini-batches are cut
     * @return a job for the same training
     */
    public TrainingJob withSplit(BatchSplit newSplit) {
        return new TrainingJob(description, data, network, trainer, newSplit);
    }

    /**
     * This job, before its run, within the memory of a plan.
     *
     * @param plan a plan for the {@link #work()} of this job
     * @return a job for the same training
     */
    public TrainingJob within(MemoryPlan plan) {
        if (plan.recompute()) {
            Recomputation.switchOn(network);
        }
        return withSplit(plan.split());
    }

    /**
     * How mini-batches are cut.
     *
     * @return the split
     */
    public BatchSplit split() {
        return split;
    }

    /**
     * What is trained, for a {@link MemoryPlan}.
     *
     * @return network, input and mini-batch
     */
    public MemoryPlan.Work work() {
        InputDescription input = data.input();
        return new MemoryPlan.Work(
                network, input.inputType(), input.steps(), description.run().batch(), BATCHES_IN_MEMORY);
    }

    /**
     * The data, in words.
     *
     * @return their name and origin
     */
    public String dataset() {
        return data.dataset();
    }

    /**
     * Length of the training.
     *
     * @return passes over the training samples
     */
    public int epochs() {
        return description.run().epochs();
    }

    /** Asks the training to end after the current iteration, with a checkpoint; returns at once. */
    public void stop() {
        trainer.stop();
    }

    /**
     * Trains, tests, and writes the report unless interrupted.
     *
     * @param listener hears how it goes
     * @param remarks is told what went wrong beside the training
     * @return what came out
     * @throws IOException if a file cannot be read or written
     */
    public TrainingResult run(ProgressListener listener, Consumer<String> remarks) throws IOException {
        TrainingResult result = trainer.run(listener);
        if (!result.interrupted()) {
            RunReport.write(result, description.recipeText(), data, pictures(result, remarks));
        }
        return result;
    }

    /** A machine without fonts cannot draw; that must not cost the user the training. */
    private List<Figure> pictures(TrainingResult result, Consumer<String> remarks) throws IOException {
        SavedModel best = ModelFile.load(result.files().model());
        DataSetIterator test = data.epochs().test();
        try {
            SampleView sample = SampleView.first(best.network(), test, data);
            return RunPictures.draw(result, data.readableClasses(), sample);
        } catch (LinkageError | InternalError | RuntimeException e) {
            remarks.accept("the plots could not be drawn (" + e + "); Java needs fontconfig and a font such as DejaVu");
            return List.of();
        } finally {
            close(test);
        }
    }

    private static void close(DataSetIterator batches) throws IOException {
        if (batches instanceof Closeable closeable) {
            closeable.close();
        }
    }

    private static BatchSplit split(Recipe recipe) {
        return BatchSplit.NONE
                .withReplicas(recipe.training().replicas())
                .withTruncation(recipe.training().truncation());
    }

    private static void requireFree(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        if (Files.exists(new RunFolder(folder).checkpoint())) {
            throw new IllegalArgumentException(
                    folder + " holds a training already; continue it with --resume, or give another --out");
        }
    }

    private static void requireSame(String what, Optional<?> given, Object had) {
        if (given.isPresent() && !given.get().equals(had)) {
            throw new IllegalArgumentException("the training to continue has " + what + " " + had + ", but "
                    + given.get() + " was given; leave it out, or start a new training");
        }
    }
}

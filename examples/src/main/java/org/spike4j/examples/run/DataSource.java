package org.spike4j.examples.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.spike4j.datasets.gesture.synthetic.SyntheticGestureSettings;
import org.spike4j.datasets.gesture.synthetic.SyntheticGestures;
import org.spike4j.datasets.sets.DvsGesture;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.Mnist;
import org.spike4j.datasets.sets.NMnist;
import org.spike4j.datasets.sets.Split;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.recipe.Recipe;

/**
 * Where the data of a recipe come from: a folder of the user, or for gestures the embedded recordings, which are made up
 * once and kept.
 *
 * @param folder folder of the user; empty = the embedded data
 * @param home where embedded data are kept
 * @param embedded what embedded data to make up
 * @param threads threads to make and read data with
 * @param remarks is told what takes long
 */
public record DataSource(
        Optional<Path> folder, Path home, SyntheticGestureSettings embedded, int threads, Consumer<String> remarks) {

    /** Checks the values. */
    public DataSource {
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(embedded, "embedded");
        Objects.requireNonNull(remarks, "remarks");
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, was " + threads);
        }
        folder.ifPresent(DataSource::requireFolder);
    }

    /**
     * Opens the data of a recipe.
     *
     * @param recipe the recipe
     * @param run settings of the training; its seed chooses what is held out for validation
     * @return the data
     * @throws IllegalArgumentException if the recipe needs a folder and there is none
     * @throws IOException if the data are missing or not as they should be
     */
    public RecipeData open(Recipe recipe, RunSettings run) throws IOException {
        return switch (recipe.data().set()) {
            case GESTURE -> events(recipe, run, DvsGesture.open(gestures()));
            case NMNIST ->
                events(
                        recipe,
                        run,
                        NMnist.open(
                                wanted(
                                        recipe,
                                        "N-MNIST: the folders Train and Test with one folder of .bin files for each digit,"
                                                + " or train*.txt and test*.txt beside numbered .bs2 files"),
                                recipe.data().validation(),
                                run.seed()));
            case MNIST -> images(recipe, run);
        };
    }

    private RecipeData events(Recipe recipe, RunSettings run, EventDataSet data) {
        RecipeFrames frames = new RecipeFrames(recipe, run, data);
        EventEpochs epochs = new EventEpochs(data, frames.training(threads), frames.testing(threads));
        String origin = folder.isPresent() ? "" : ", made up by simulation";
        return new RecipeData(data.name() + origin, data.classNames(), frames.input(), epochs);
    }

    private RecipeData images(Recipe recipe, RunSettings run) throws IOException {
        Path images = wanted(
                recipe,
                "MNIST: train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and"
                        + " t10k-labels-idx1-ubyte, each with .gz or without");
        Mnist data = Mnist.open(images, recipe.data().validation(), run.seed());
        InputDescription input = InputDescription.still(
                data.samples(Split.TEST).imageSize(), recipe.data().steps());
        return new RecipeData(data.name(), data.classNames(), input, new ImageEpochs(data, run.batch(), run.seed()));
    }

    private Path gestures() throws IOException {
        if (folder.isPresent()) {
            return folder.get();
        }
        Path kept = home.resolve("data").resolve("gesture");
        if (!Files.isDirectory(kept)) {
            remarks.accept("making up " + embedded.recordings() + " gesture recordings in " + kept + ", once ...");
        }
        return SyntheticGestures.prepare(kept, embedded, threads);
    }

    private Path wanted(Recipe recipe, String layout) {
        return folder.orElseThrow(() -> new IllegalArgumentException(
                "recipe " + recipe.name() + " needs --data DIR, a folder that you have downloaded of " + layout));
    }

    private static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            String found = Files.exists(folder) ? "not a folder" : "no such folder";
            throw new IllegalArgumentException(folder + ": " + found + "; --data wants the folder of a data set");
        }
    }
}

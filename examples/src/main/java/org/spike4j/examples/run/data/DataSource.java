package org.spike4j.examples.run.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.spike4j.datasets.gesture.synthetic.SyntheticGestureSettings;
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
        return RecipeSets.of(recipe.data().set()).open(new DataRequest(recipe, run, this));
    }

    private static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            String found = Files.exists(folder) ? "not a folder" : "no such folder";
            throw new IllegalArgumentException(folder + ": " + found + "; --data wants the folder of a data set");
        }
    }
}

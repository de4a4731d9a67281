package org.spike4j.examples.run.data;

import java.util.List;
import java.util.Objects;
import org.spike4j.training.EpochData;
import org.spike4j.training.model.InputDescription;

/**
 * The data of a recipe, open and ready to train on.
 *
 * @param dataset name of the data set and where it comes from, for reports
 * @param classes names of the classes in the order of the labels
 * @param input what the network is given
 * @param epochs the samples
 * @param otherSteps what the values become at another number of steps
 */
public record RecipeData(
        String dataset, List<String> classes, InputDescription input, EpochData epochs, OtherSteps otherSteps) {
    /** What the values of a sample become at another number of steps. */
    public enum OtherSteps {
        /** Events of a step are counted: a step half as long sees half as many. */
        COUNTS,
        /** The same image is shown at every step. */
        STILL,
        /** They cannot be told from those at the steps of the recipe. */
        UNKNOWN
    }

    /** Copies the names. */
    public RecipeData {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(epochs, "epochs");
        Objects.requireNonNull(otherSteps, "otherSteps");
        classes = List.copyOf(classes);
    }

    /**
     * Names of the classes for people: hand_clapping is hand clapping.
     *
     * @return names in the order of the labels
     */
    public List<String> readableClasses() {
        return classes.stream().map(name -> name.replace('_', ' ')).toList();
    }
}

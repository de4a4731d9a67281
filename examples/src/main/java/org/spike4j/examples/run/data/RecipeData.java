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
 */
public record RecipeData(String dataset, List<String> classes, InputDescription input, EpochData epochs) {

    /** Copies the names. */
    public RecipeData {
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(epochs, "epochs");
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

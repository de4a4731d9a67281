package org.spike4j.training.model;

import java.util.List;
import java.util.Objects;

/**
 * What a network is: everything about it that does not change while it is trained.
 *
 * @param recipe name of its recipe
 * @param recipeText the recipe as it was read; may be empty
 * @param dataset the data it was trained on, in words
 * @param classes names of the classes, in the order of the outputs
 * @param input what it takes
 * @param run settings of its training
 */
public record ModelDescription(
        String recipe,
        String recipeText,
        String dataset,
        List<String> classes,
        InputDescription input,
        RunSettings run) {

    /** Checks that nothing is missing. */
    public ModelDescription {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(recipeText, "recipeText");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(run, "run");
        classes = List.copyOf(classes);
        if (classes.size() < 2) {
            throw new IllegalArgumentException("there must be at least 2 classes, were " + classes);
        }
    }
}

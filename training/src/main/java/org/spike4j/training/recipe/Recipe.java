package org.spike4j.training.recipe;

import java.util.List;
import java.util.Objects;

/**
 * A recipe: what to train, on what, and how.
 *
 * @param name short name
 * @param description one line
 * @param data the data
 * @param layers the layers, the readout last
 * @param training the training
 * @param text the file it was read from
 */
public record Recipe(
        String name,
        String description,
        DataRecipe data,
        List<LayerRecipe> layers,
        TrainingRecipe training,
        String text) {

    /** Checks that nothing is missing. */
    public Recipe {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(text, "text");
        layers = List.copyOf(layers);
    }

    /**
     * This recipe with another training; the text stays that of the file.
     *
     * @param newTraining the training
     * @return a copy
     */
    public Recipe withTraining(TrainingRecipe newTraining) {
        return new Recipe(name, description, data, layers, newTraining, text);
    }

    /**
     * This recipe with samples of another number of steps; the text stays that of the file.
     *
     * @param steps T
     * @return a copy
     */
    public Recipe withSteps(int steps) {
        return new Recipe(name, description, data.withSteps(steps), layers, training, text);
    }
}

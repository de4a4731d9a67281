package org.spike4j.training.model;

/**
 * The settings of a training that may differ from its recipe.
 *
 * @param epochs passes over the training samples
 * @param batch samples of an iteration
 * @param seed of weights, order of samples and augmentation
 */
public record RunSettings(int epochs, int batch, long seed) {

    /** Checks that there is something to do. */
    public RunSettings {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be >= 1, was " + epochs);
        }
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be >= 1, was " + batch);
        }
    }
}

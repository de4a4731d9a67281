package org.spike4j.examples.run.data;

import org.spike4j.datasets.batch.Augmentation;
import org.spike4j.datasets.batch.CountTransform;
import org.spike4j.datasets.batch.EventBatching;
import org.spike4j.datasets.batch.EventDataSetIterator;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.FrameBinning;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.Split;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.recipe.AugmentationRecipe;
import org.spike4j.training.recipe.DataRecipe;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.RecipeException;

/**
 * How a recipe wants events to become frames.
 *
 * @param recipe the recipe
 * @param run settings of the training
 * @param data the recordings
 */
record RecipeFrames(Recipe recipe, RunSettings run, EventDataSet data) {
    private static final int CHANNELS = 2;
    private static final int AHEAD = 3;

    /** Mini-batches in another order each epoch, with the recipe's random changes. */
    EventBatching training(int threads) {
        EventBatching batching = testing(threads).withShuffle(run.seed());
        AugmentationRecipe changes = recipe.data().augmentation();
        boolean none = changes.shift() == 0 && changes.timeJitter() == 0;
        return none ? batching : batching.withAugmentation(augmentation(changes));
    }

    /** Mini-batches in the order of the files. */
    EventBatching testing(int threads) {
        DataRecipe wanted = recipe.data();
        EventSlicing slicing = switch (wanted.slicing()) {
            case TIME -> EventSlicing.byTime(wanted.steps());
            case COUNT -> EventSlicing.byCount(wanted.steps());
        };
        CountTransform transform = switch (wanted.values()) {
            case COUNTS -> CountTransform.COUNTS;
            case BINARY -> CountTransform.BINARY;
            case LOG -> CountTransform.LOG1P;
        };
        return EventBatching.of(run.batch(), new FrameBinning(slicing, width(), height()))
                .withTransform(transform)
                .withBackground(threads, AHEAD);
    }

    /** The samples, and what the network is given of them. */
    RecipeData data(String origin, int threads) {
        EventBatching training = training(threads);
        EventBatching testing = testing(threads);
        SplitEpochs epochs = new SplitEpochs(
                split -> data.samples(split).size(),
                epoch -> {
                    EventDataSetIterator batches = new EventDataSetIterator(data, Split.TRAIN, training);
                    batches.setEpoch(epoch);
                    return batches;
                },
                split -> new EventDataSetIterator(data, split, testing));
        return new RecipeData(data.name() + origin, data.classNames(), input(), epochs);
    }

    private InputDescription input() {
        return InputDescription.frames(recipe.data().steps(), CHANNELS, height(), width());
    }

    private int width() {
        return side(data.width());
    }

    private int height() {
        return side(data.height());
    }

    private int side(int sensor) {
        int size = recipe.data().size();
        if (size > sensor) {
            throw new RecipeException(
                    recipe.name(),
                    "data.size",
                    "is " + size + ", and must not be larger than the sensor of " + data.name() + ", " + sensor);
        }
        return size == 0 ? sensor : size;
    }

    /** A shift is given in pixels of a frame and done in pixels of the sensor. */
    private Augmentation augmentation(AugmentationRecipe changes) {
        int shiftX = changes.shift() * data.width() / width();
        int shiftY = changes.shift() * data.height() / height();
        return new Augmentation(
                shiftX, shiftY, changes.timeJitter() / recipe.data().steps(), run.seed());
    }
}

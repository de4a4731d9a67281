package org.spike4j.examples.run.data;

import org.spike4j.datasets.batch.CountTransform;
import org.spike4j.datasets.batch.EventBatching;
import org.spike4j.datasets.batch.EventDataSetIterator;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.FrameBinning;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.transform.Resize;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.recipe.DataRecipe;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.RecipeException;

/**
 * How a recipe wants events to become frames.
 *
 * @param recipe the recipe
 * @param run settings of the training
 * @param data the recordings
 * @param changes what is done to samples before
 */
record RecipeFrames(Recipe recipe, RunSettings run, EventDataSet data, RecipeChanges changes) {
    private static final int AHEAD = 3;

    static RecipeFrames of(Recipe recipe, RunSettings run, EventDataSet data) {
        return new RecipeFrames(recipe, run, data, RecipeChanges.of(recipe, data.width(), data.height(), run.seed()));
    }

    /** The samples, and what the network is given of them. */
    RecipeData data(String origin, int threads) {
        EventBatching plain = plain(threads);
        EventBatching training = changes.training(plain.withShuffle(run.seed()), width(), height());
        EventBatching testing = changes.testing(plain);
        SplitEpochs epochs = new SplitEpochs(
                split -> data.samples(split).size(),
                () -> new EventDataSetIterator(data, Split.TRAIN, training),
                split -> new EventDataSetIterator(data, split, testing));
        boolean counts = recipe.data().representation().isEmpty();
        return new RecipeData(
                data.name() + origin,
                data.classNames(),
                input(),
                epochs,
                counts ? RecipeData.OtherSteps.COUNTS : RecipeData.OtherSteps.UNKNOWN);
    }

    /** Mini-batches of unchanged samples in the order of the files. */
    private EventBatching plain(int threads) {
        CountTransform transform = switch (recipe.data().values()) {
            case COUNTS -> CountTransform.COUNTS;
            case BINARY -> CountTransform.BINARY;
            case LOG -> CountTransform.LOG1P;
        };
        return EventBatching.of(run.batch(), frames()).withTransform(transform).withBackground(threads, AHEAD);
    }

    private EventFrames frames() {
        DataRecipe wanted = recipe.data();
        FrameCut cut = new FrameCut(wanted, width(), height());
        return wanted.representation().isEmpty()
                ? new FrameBinning(cut.slicing(1), width(), height())
                : new ResizedFrames(
                        RepresentationKind.read(wanted.representation(), cut), new Resize(width(), height()));
    }

    private InputDescription input() {
        EventFrames frames = frames();
        return InputDescription.frames(recipe.data().steps(), frames.channels(), frames.height(), frames.width());
    }

    private int width() {
        return side(changes.sensor().width());
    }

    private int height() {
        return side(changes.sensor().height());
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
}

package org.spike4j.examples.run.data;

import java.nio.file.Path;
import org.spike4j.datasets.batch.TensorBatching;
import org.spike4j.datasets.batch.TensorDataSetIterator;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.sets.TensorDataSet;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.recipe.DataRecipe;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.RecipeException;

/**
 * What a data set is opened for.
 *
 * @param recipe the recipe
 * @param run settings of the training; its seed chooses what is held out for validation
 * @param source where the data come from
 */
record DataRequest(Recipe recipe, RunSettings run, DataSource source) {
    private static final String MADE_UP = ", made up by simulation";
    private static final int AHEAD = 3;

    /** What the recipe says of its data. */
    DataRecipe data() {
        return recipe.data();
    }

    /** The folder of the user, which this set cannot do without. */
    Path folder(String layout) {
        return source.folder()
                .orElseThrow(() -> new IllegalArgumentException("recipe " + recipe.name()
                        + " needs --data DIR, a folder that you have downloaded of " + layout));
    }

    /** Where made up data of a name are kept. */
    Path kept(String name) {
        return source.home().resolve("data").resolve(name);
    }

    /** Tells the user what takes long. */
    void remark(String text) {
        source.remarks().accept(text);
    }

    /** Events as frames, cut and changed as the recipe says. */
    RecipeData events(EventDataSet data) {
        return RecipeFrames.of(recipe, run, data).data(origin(), source.threads());
    }

    /** Series of frames or vectors as they are, with their random changes in training. */
    RecipeData tensors(TensorDataSet data) {
        requireNoEventKeys(data.name());
        SampleShape shape = data.shape();
        InputDescription input = shape.frames()
                ? InputDescription.frames(shape.steps(), shape.channels(), shape.height(), shape.width())
                : InputDescription.sequence(shape.channels(), shape.steps());
        TensorBatching testing = TensorBatching.of(run.batch()).withBackground(source.threads(), AHEAD);
        TensorBatching changed = testing.withShuffle(run.seed()).withChanges(run.seed());
        TensorBatching training = data().mixing().isEmpty()
                ? changed
                : changed.withMixing(MixingKind.readForTensors(data().mixing(), shape, run.seed()));
        SplitEpochs epochs = new SplitEpochs(
                split -> data.samples(split).size(),
                () -> new TensorDataSetIterator(data, Split.TRAIN, training),
                split -> new TensorDataSetIterator(data, split, testing));
        return new RecipeData(data.name() + origin(), data.classNames(), input, epochs, RecipeData.OtherSteps.UNKNOWN);
    }

    /** Refuses what a recipe says of events, for a set that has none. */
    void requireNoEventKeys(String name) {
        refuse(!data().transforms().isEmpty(), "data.transforms", "changes events", name);
        refuse(!data().representation().isEmpty(), "data.representation", "is made of events", name);
    }

    /** Refuses mixing, for a set whose samples are not mixed. */
    void requireNoMixing(String name) {
        refuse(!data().mixing().isEmpty(), "data.mixing", "mixes recordings or frames", name);
    }

    private void refuse(boolean given, String key, String meaning, String name) {
        if (given) {
            throw new RecipeException(recipe.name(), key, meaning + ", of which " + name + " has none; leave it out");
        }
    }

    /** Data that are not the user's were made up. */
    private String origin() {
        return source.folder().isPresent() ? "" : MADE_UP;
    }
}

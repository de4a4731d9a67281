package org.spike4j.examples.run.data;

import org.spike4j.datasets.batch.Augmentation;
import org.spike4j.datasets.batch.EventBatching;
import org.spike4j.datasets.batch.SampleChange;
import org.spike4j.datasets.batch.SeededTransform;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.training.recipe.AugmentationRecipe;
import org.spike4j.training.recipe.Recipe;

/**
 * How a recipe wants samples to be changed before they become frames: its transforms, then its augmentation, then its
 * mixing.
 *
 * @param recipe the recipe
 * @param transforms what it says of transforms
 * @param sensor a stream without events of the sensor behind the transforms
 * @param seed seed of all random changes
 */
record RecipeChanges(Recipe recipe, RecipeTransforms transforms, EventStream sensor, long seed) {
    /** Keeps the numbers that transforms draw apart from those of the augmentation. */
    private static final long OF_TRANSFORMS = 0x9e37_79b9_7f4a_7c15L;

    static RecipeChanges of(Recipe recipe, int width, int height, long seed) {
        RecipeTransforms transforms = RecipeTransforms.of(recipe.data().transforms());
        return new RecipeChanges(recipe, transforms, transforms.sensor(width, height), seed);
    }

    /** Mini-batches to validate and test with. */
    EventBatching testing(EventBatching plain) {
        return transforms
                .testing()
                .map(transform -> plain.withAugmentation(new SeededTransform(transform, seed)))
                .orElse(plain);
    }

    /**
     * Mini-batches to train with.
     *
     * @param plain without changes
     * @param width columns of a frame, which shifts are counted in
     * @param height rows of a frame
     */
    EventBatching training(EventBatching plain, int width, int height) {
        EventBatching changed = plain;
        AugmentationRecipe wanted = recipe.data().augmentation();
        SampleChange augmentation = augmentation(wanted, width, height);
        if (transforms.training().isPresent()) {
            SampleChange first = new SeededTransform(transforms.training().get(), seed ^ OF_TRANSFORMS);
            changed = changed.withAugmentation(
                    wanted.none()
                            ? first
                            : (events, epoch, sample) ->
                                    augmentation.apply(first.apply(events, epoch, sample), epoch, sample));
        } else if (!wanted.none()) {
            changed = changed.withAugmentation(augmentation);
        }
        return recipe.data().mixing().isEmpty()
                ? changed
                : changed.withMixing(MixingKind.read(recipe.data().mixing(), seed));
    }

    /** A shift is given in pixels of a frame and done in pixels of the sensor; a sensor of one row is left in it. */
    private Augmentation augmentation(AugmentationRecipe changes, int width, int height) {
        int shiftX = changes.shift() * sensor.width() / width;
        int shiftY = sensor.height() == 1 ? 0 : changes.shift() * sensor.height() / height;
        return new Augmentation(
                shiftX, shiftY, changes.timeJitter() / recipe.data().steps(), seed);
    }
}

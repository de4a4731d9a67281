package org.spike4j.examples.run.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.transform.CenterCrop;
import org.spike4j.datasets.transform.Chain;
import org.spike4j.datasets.transform.EventTransform;
import org.spike4j.datasets.transform.RandomCrop;
import org.spike4j.training.recipe.Section;

/**
 * The transforms of a recipe, in their order: all of them for training samples, and for the others those that are not
 * random, with the middle of the sensor in place of a random crop.
 *
 * @param training for samples to train with; empty if nothing changes
 * @param testing for samples to validate and test with; empty if nothing changes
 */
record RecipeTransforms(Optional<EventTransform> training, Optional<EventTransform> testing) {

    static RecipeTransforms of(List<Section> sections) {
        List<EventTransform> training = new ArrayList<>();
        List<EventTransform> testing = new ArrayList<>();
        for (Section section : sections) {
            EventTransform transform = TransformKind.read(section);
            training.add(transform);
            if (transform instanceof RandomCrop crop) {
                testing.add(new CenterCrop(crop.width(), crop.height()));
            } else if (!TransformKind.of(section).random()) {
                testing.add(transform);
            }
        }
        return new RecipeTransforms(chain(training), chain(testing));
    }

    /** A stream without events of the sensor that is left of one. */
    EventStream sensor(int width, int height) {
        EventStream none = EventStream.builder(width, height).build();
        return testing.map(transform -> transform.apply(none, new SplittableRandom(0)))
                .orElse(none);
    }

    private static Optional<EventTransform> chain(List<EventTransform> transforms) {
        return transforms.isEmpty() ? Optional.empty() : Optional.of(new Chain(transforms));
    }
}

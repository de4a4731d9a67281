package org.spike4j.datasets.transform;

import java.util.List;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * One of several transforms, drawn anew for each recording, all equally likely.
 *
 * @param transforms at least one
 */
public record OneOf(List<EventTransform> transforms) implements EventTransform {
    /** Takes a copy of the list and checks it. */
    public OneOf {
        transforms = List.copyOf(transforms);
        if (transforms.isEmpty()) {
            throw new IllegalArgumentException("at least one transform is needed to choose from, was an empty list");
        }
    }

    /**
     * A choice.
     *
     * @param transforms at least one
     * @return one of them at a time
     */
    public static OneOf of(EventTransform... transforms) {
        return new OneOf(List.of(transforms));
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        return transforms.get(random.nextInt(transforms.size())).apply(events, random);
    }
}

package org.spike4j.datasets.transform;

import java.util.List;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Several transforms, one after the other; none at all changes nothing.
 *
 * @param transforms in the order of their work
 */
public record Chain(List<EventTransform> transforms) implements EventTransform {
    /** Takes a copy of the list. */
    public Chain {
        transforms = List.copyOf(transforms);
    }

    /**
     * Joins transforms.
     *
     * @param transforms in the order of their work
     * @return all of them as one
     */
    public static Chain of(EventTransform... transforms) {
        return new Chain(List.of(transforms));
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        EventStream changed = events;
        for (EventTransform transform : transforms) {
            changed = transform.apply(changed, random);
        }
        return changed;
    }
}

package org.spike4j.datasets.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Makes an event stream of another one. Immutable, safe for use by several threads at once, each with a generator of
 * its own.
 *
 * <p>Every transform keeps these promises: the same events and the same seed give the same events; a stream in order of
 * time stays in order of time; every event lies on the sensor of the result; a stream without events gives one without
 * events, unless the transform is there to add them. A transform that goes by the past of a pixel takes the events in
 * the order of the stream.
 */
@FunctionalInterface
public interface EventTransform {

    /**
     * Applies the transform.
     *
     * @param events a recording; not modified
     * @param random source of all random numbers
     * @return the changed recording; may be the given one if nothing changes
     * @throws IllegalArgumentException if the transform does not fit the sensor or the times
     */
    EventStream apply(EventStream events, SplittableRandom random);

    /**
     * This transform and then another.
     *
     * @param next takes the result of this one
     * @return both as one
     */
    default EventTransform andThen(EventTransform next) {
        List<EventTransform> both = new ArrayList<>(this instanceof Chain chain ? chain.transforms() : List.of(this));
        both.add(next);
        return new Chain(both);
    }
}

package org.spike4j.datasets.batch;

import java.util.Objects;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.transform.EventTransform;

/**
 * Any transform as a change of samples, with random numbers of its own for each epoch and sample.
 *
 * @param transform what is applied
 * @param seed seed of the changes
 */
public record SeededTransform(EventTransform transform, long seed) implements SampleChange {
    /** Checks the value. */
    public SeededTransform {
        Objects.requireNonNull(transform, "transform");
    }

    @Override
    public EventStream apply(EventStream events, int epoch, int sample) {
        return transform.apply(events, EpochOrder.random(seed, epoch, sample));
    }
}

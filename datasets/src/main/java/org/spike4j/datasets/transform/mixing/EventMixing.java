package org.spike4j.datasets.transform.mixing;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Makes one recording of two. Immutable, safe for use by several threads at once, each with a generator of its own. The
 * second recording is moved in time so that both start together; the result is in order of time if both are.
 */
@FunctionalInterface
public interface EventMixing {

    /**
     * Mixes two recordings of one sensor.
     *
     * @param first a recording; not modified
     * @param second another one; not modified
     * @param random source of all random numbers
     * @return the mixed recording and its label
     * @throws IllegalArgumentException if the sensors differ
     */
    MixedEvents mix(EventStream first, EventStream second, SplittableRandom random);
}

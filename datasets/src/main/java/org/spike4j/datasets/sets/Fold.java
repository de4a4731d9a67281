package org.spike4j.datasets.sets;

import java.util.List;

/**
 * A division of samples in two.
 *
 * @param train to learn from
 * @param test held out
 */
public record Fold(List<EventSample> train, List<EventSample> test) {
    /** Copies the lists. */
    public Fold {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }
}

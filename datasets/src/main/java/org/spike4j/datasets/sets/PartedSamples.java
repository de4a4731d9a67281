package org.spike4j.datasets.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Samples of the three parts of a data set.
 *
 * @param train to learn from
 * @param validation to choose with
 * @param test to report with
 */
record PartedSamples(List<EventSample> train, List<EventSample> validation, List<EventSample> test) {
    PartedSamples {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** Divides the samples that are not for the test: those at the held places are for validation. */
    static PartedSamples of(List<EventSample> rest, Set<Integer> held, List<EventSample> test) {
        List<EventSample> train = new ArrayList<>();
        List<EventSample> validation = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            (held.contains(i) ? validation : train).add(rest.get(i));
        }
        return new PartedSamples(train, validation, test);
    }

    List<EventSample> of(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}

package org.spike4j.datasets.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Samples of the three parts of a data set.
 *
 * @param <S> kind of sample
 * @param train to learn from
 * @param validation to choose with
 * @param test to report with
 */
record PartedSamples<S>(List<S> train, List<S> validation, List<S> test) {
    PartedSamples {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** Divides the samples that are not for the test: those at the held places are for validation. */
    static <S> PartedSamples<S> of(List<S> rest, Set<Integer> held, List<S> test) {
        List<S> train = new ArrayList<>();
        List<S> validation = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            (held.contains(i) ? validation : train).add(rest.get(i));
        }
        return new PartedSamples<>(train, validation, test);
    }

    /** Divides the samples that are not for the test: a share of each class, drawn from a seed, is for validation. */
    static PartedSamples<EventSample> stratified(
            List<EventSample> rest, double validationShare, long seed, List<EventSample> test) {
        List<Integer> labels = rest.stream().map(EventSample::label).toList();
        return of(rest, HeldOut.stratified(labels, validationShare, seed), test);
    }

    /** Divides the samples that are not for the test: those of the held groups are for validation. */
    static <S> PartedSamples<S> ofGroups(List<S> rest, Function<S, String> group, Set<String> held, List<S> test) {
        Map<Boolean, List<S>> divided =
                rest.stream().collect(Collectors.partitioningBy(sample -> held.contains(group.apply(sample))));
        return new PartedSamples<>(divided.get(false), divided.get(true), test);
    }

    List<S> of(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}

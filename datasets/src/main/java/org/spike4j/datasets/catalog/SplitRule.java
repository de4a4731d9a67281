package org.spike4j.datasets.catalog;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.spike4j.datasets.sets.Split;

/**
 * A way to divide a data set, with the number of samples that it gives of the whole set.
 *
 * @param name by which it is chosen
 * @param rule what it does, one sentence
 * @param counts samples of each part; parts that are not named have none, or how many is not known
 * @param labels samples of each class of a part, in the order of the labels; parts whose classes are not known are left
 *     out
 * @param countsFrom who says so
 */
public record SplitRule(
        String name, String rule, Map<Split, Long> counts, Map<Split, List<Long>> labels, String countsFrom) {

    /** Copies the counts, and checks that the classes of a part add up to it. */
    public SplitRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(countsFrom, "countsFrom");
        Map<Split, Long> copy = new EnumMap<>(Split.class);
        copy.putAll(counts);
        counts = copy;
        Map<Split, List<Long>> classes = new EnumMap<>(Split.class);
        for (Map.Entry<Split, List<Long>> part : labels.entrySet()) {
            long sum = part.getValue().stream().mapToLong(Long::longValue).sum();
            if (!Long.valueOf(sum).equals(counts.get(part.getKey()))) {
                throw new IllegalArgumentException("classes of part " + part.getKey() + " must add up to "
                        + counts.get(part.getKey()) + " samples, were " + sum);
            }
            classes.put(part.getKey(), List.copyOf(part.getValue()));
        }
        labels = classes;
    }

    /**
     * A rule whose counts are not known.
     *
     * @param name by which it is chosen
     * @param rule what it does
     * @return the rule
     */
    public static SplitRule of(String name, String rule) {
        return new SplitRule(name, rule, Map.of(), Map.of(), "");
    }

    /**
     * With counts of two parts.
     *
     * @param train samples to learn from
     * @param test samples to test with
     * @param from who says so, for example {@code the authors}
     * @return a changed rule
     */
    public SplitRule withCounts(long train, long test, String from) {
        return new SplitRule(name, rule, Map.of(Split.TRAIN, train, Split.TEST, test), Map.of(), from);
    }

    /**
     * With counts of three parts.
     *
     * @param train samples to learn from
     * @param validation samples to choose with
     * @param test samples to test with
     * @param from who says so
     * @return a changed rule
     */
    public SplitRule withCounts(long train, long validation, long test, String from) {
        return new SplitRule(
                name, rule, Map.of(Split.TRAIN, train, Split.VALIDATION, validation, Split.TEST, test), Map.of(), from);
    }

    /**
     * With the same number of samples in each class of a part, for every part.
     *
     * @param classes number of classes
     * @return a changed rule
     */
    public SplitRule withEqualClasses(int classes) {
        Map<Split, List<Long>> equal = new EnumMap<>(Split.class);
        counts.forEach((split, count) -> equal.put(split, Collections.nCopies(classes, count / classes)));
        return new SplitRule(name, rule, counts, equal, countsFrom);
    }

    /**
     * With the samples of each class of a part.
     *
     * @param split which part
     * @param samples of each class, in the order of the labels; they add up to the part
     * @return a changed rule
     */
    public SplitRule withClasses(Split split, long... samples) {
        Map<Split, List<Long>> more = new EnumMap<>(Split.class);
        more.putAll(labels);
        more.put(split, Arrays.stream(samples).boxed().toList());
        return new SplitRule(name, rule, counts, more, countsFrom);
    }

    /**
     * Samples of a part of the whole set.
     *
     * @param split which part
     * @return samples, if they are known
     */
    public OptionalLong count(Split split) {
        return counts.containsKey(split) ? OptionalLong.of(counts.get(split)) : OptionalLong.empty();
    }
}

package org.spike4j.datasets.catalog;

import java.util.EnumMap;
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
 * @param countsFrom who says so
 */
public record SplitRule(String name, String rule, Map<Split, Long> counts, String countsFrom) {

    /** Copies the counts. */
    public SplitRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(countsFrom, "countsFrom");
        Map<Split, Long> copy = new EnumMap<>(Split.class);
        copy.putAll(counts);
        counts = copy;
    }

    /**
     * A rule whose counts are not known.
     *
     * @param name by which it is chosen
     * @param rule what it does
     * @return the rule
     */
    public static SplitRule of(String name, String rule) {
        return new SplitRule(name, rule, Map.of(), "");
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
        return new SplitRule(name, rule, Map.of(Split.TRAIN, train, Split.TEST, test), from);
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
                name, rule, Map.of(Split.TRAIN, train, Split.VALIDATION, validation, Split.TEST, test), from);
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

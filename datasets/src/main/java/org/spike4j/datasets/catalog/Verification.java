package org.spike4j.datasets.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.spike4j.datasets.sets.Split;

/**
 * What came out of reading a data set from start to end.
 *
 * @param dataset name of the entry
 * @param folder where it lies
 * @param rule name of the rule that divided it
 * @param samples samples of each part
 * @param labels for each part, samples of each class in the order of the labels; none if samples have no label
 * @param amount how much is in all samples together
 * @param unit what is counted, for example {@code events}
 * @param expected samples of each part of the whole set, as far as that is known
 * @param complete whether every part has as many samples as the whole set, as far as that is known
 * @param remarks what is worth to know and no fault
 * @param problems what is wrong; none if the data set is in order
 */
public record Verification(
        String dataset,
        Path folder,
        String rule,
        Map<Split, Integer> samples,
        Map<Split, List<Integer>> labels,
        Map<Split, Long> expected,
        long amount,
        String unit,
        boolean complete,
        List<String> remarks,
        List<String> problems) {

    /** Copies the collections. */
    public Verification {
        samples = new EnumMap<>(samples);
        labels = new EnumMap<>(labels);
        Map<Split, Long> copy = new EnumMap<>(Split.class);
        copy.putAll(expected);
        expected = copy;
        remarks = List.copyOf(remarks);
        problems = List.copyOf(problems);
    }

    /**
     * Whether nothing is wrong.
     *
     * @return true if there are no problems
     */
    public boolean ok() {
        return problems.isEmpty();
    }

    /**
     * Opens a data set and reads every sample.
     *
     * @param entry the data set
     * @param folder where it lies
     * @param ruleName the rule to divide it by; empty for the usual one
     * @param threads that read, at least 1; each holds one sample
     * @param progress is told how many samples of how many are read
     * @return what came out; broken files are among its problems
     * @throws IllegalArgumentException if there is no such rule
     * @throws IOException if the folder does not have the layout of the data set
     */
    public static Verification of(
            DataSetEntry entry, Path folder, String ruleName, int threads, SampleReading.Progress progress)
            throws IOException {
        SplitRule rule = entry.rule(ruleName);
        SetContent content = entry.opener().open(folder, rule);
        Map<Split, Integer> samples = new EnumMap<>(Split.class);
        Map<Split, List<Integer>> labels = new EnumMap<>(Split.class);
        List<String> remarks = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Split split : Split.values()) {
            samples.put(split, content.items(split).size());
            labels.put(split, labelCounts(content, split, problems));
        }
        boolean complete = compare(rule, samples, remarks, problems);
        if (complete) {
            compareClasses(rule, content.classNames(), labels, problems);
        }
        SampleReading.Result read = SampleReading.of(content, threads, progress);
        problems.addAll(read.failures());
        remarks.addAll(read.remarks());
        return new Verification(
                entry.name(),
                folder,
                rule.name(),
                samples,
                labels,
                rule.counts(),
                read.amount(),
                content.unit(),
                complete,
                remarks,
                problems);
    }

    private static List<Integer> labelCounts(SetContent content, Split split, List<String> problems) {
        int[] counts = new int[content.classNames().size()];
        for (SetContent.Item item : content.items(split)) {
            if (item.label().isPresent() && item.label().getAsInt() < counts.length) {
                counts[item.label().getAsInt()]++;
            } else if (item.label().isPresent()) {
                problems.add(item.name() + ": its label " + item.label().getAsInt() + " is none of the " + counts.length
                        + " classes");
            }
        }
        List<Integer> list = new ArrayList<>();
        for (int count : counts) {
            list.add(count);
        }
        return list;
    }

    /** Compares the classes of a complete set with those that are known. */
    private static void compareClasses(
            SplitRule rule, List<String> names, Map<Split, List<Integer>> labels, List<String> problems) {
        boolean heldOut = rule.count(Split.VALIDATION).isEmpty();
        rule.labels().forEach((split, wanted) -> {
            for (int i = 0; i < Math.min(wanted.size(), names.size()); i++) {
                long found = labels.get(split).get(i);
                if (split == Split.TRAIN && heldOut) {
                    found += labels.get(Split.VALIDATION).get(i);
                }
                if (found != wanted.get(i)) {
                    problems.add(text(split) + " has " + found + " samples of class " + names.get(i)
                            + ", the whole set has " + wanted.get(i) + " (" + rule.countsFrom() + ")");
                }
            }
        });
    }

    private static String text(Split split) {
        return split.name().toLowerCase(Locale.ROOT);
    }

    /** Compares with the counts of the whole set; samples held out for validation count as training samples. */
    private static boolean compare(
            SplitRule rule, Map<Split, Integer> samples, List<String> remarks, List<String> problems) {
        boolean complete = true;
        boolean heldOut = rule.count(Split.VALIDATION).isEmpty();
        for (Split split : Split.values()) {
            OptionalLong wanted = rule.count(split);
            if (wanted.isEmpty()) {
                continue;
            }
            long found = samples.get(split);
            if (split == Split.TRAIN && heldOut) {
                found += samples.get(Split.VALIDATION);
            }
            String part = text(split);
            if (found < wanted.getAsLong()) {
                complete = false;
                remarks.add("a subset: " + part + " has " + found + " of " + wanted.getAsLong() + " samples");
            } else if (found > wanted.getAsLong()) {
                complete = false;
                problems.add(part + " has " + found + " samples, the whole set has " + wanted.getAsLong() + " ("
                        + rule.countsFrom() + ")");
            }
        }
        if (rule.counts().isEmpty()) {
            remarks.add("how many samples the whole set has by this rule is not known");
        }
        return complete;
    }
}

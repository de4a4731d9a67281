package org.spike4j.datasets.sets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Divides samples for cross-validation. Equal samples, numbers and seeds give equal folds, in which samples keep their order. */
public final class Folds {
    private Folds() {}

    /**
     * Divides samples into k parts with the same shares of each class, give or take a sample; each part is the test of one
     * fold.
     *
     * @param samples what to divide; not modified
     * @param k number of folds, 2 to the number of samples
     * @param seed seed of the draw
     * @return k folds; every sample is in the test of exactly one
     */
    public static List<Fold> stratified(List<EventSample> samples, int k, long seed) {
        requireParts(k, samples.size(), "samples");
        Map<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int i = 0; i < samples.size(); i++) {
            byClass.computeIfAbsent(samples.get(i).label(), label -> new ArrayList<>())
                    .add(i);
        }
        Random random = new Random(seed);
        int[] part = new int[samples.size()];
        int next = 0;
        for (List<Integer> places : byClass.values()) {
            Collections.shuffle(places, random);
            // Goes on where the class before ended, so that the parts get equally many samples too.
            for (int place : places) {
                part[place] = next++ % k;
            }
        }
        return folds(samples, part, k);
    }

    /**
     * Divides samples into k parts of whole groups, of about equally many samples: groups come in the order of their size, those
     * of equal size in random order, and each goes to the part that has the fewest samples.
     *
     * @param samples what to divide; not modified
     * @param k number of folds, 2 to the number of groups
     * @param seed seed of the draw
     * @return k folds; no group is in both parts of one
     */
    public static List<Fold> byGroup(List<EventSample> samples, int k, long seed) {
        Map<String, Long> sizes = samples.stream()
                .collect(Collectors.groupingBy(EventSample::group, LinkedHashMap::new, Collectors.counting()));
        requireParts(k, sizes.size(), "groups");
        List<String> groups = new ArrayList<>(sizes.keySet());
        Collections.shuffle(groups, new Random(seed));
        groups.sort(Comparator.comparing((String group) -> sizes.get(group)).reversed());
        long[] filled = new long[k];
        Map<String, Integer> partOf = new LinkedHashMap<>();
        for (String group : groups) {
            int least = IntStream.range(0, k)
                    .boxed()
                    .min(Comparator.comparing(i -> filled[i]))
                    .orElseThrow();
            filled[least] += sizes.get(group);
            partOf.put(group, least);
        }
        int[] part =
                samples.stream().mapToInt(sample -> partOf.get(sample.group())).toArray();
        return folds(samples, part, k);
    }

    /**
     * Holds out a share of each class: of its n samples round(share n).
     *
     * @param samples what to divide; not modified
     * @param share share that is held out, 0 to less than 1
     * @param seed seed of the draw
     * @return the samples that are left, and those held out
     */
    public static Fold holdOut(List<EventSample> samples, double share, long seed) {
        Set<Integer> held =
                HeldOut.stratified(samples.stream().map(EventSample::label).toList(), share, seed);
        int[] part = IntStream.range(0, samples.size())
                .map(i -> held.contains(i) ? 0 : 1)
                .toArray();
        return fold(samples, part, 0);
    }

    private static List<Fold> folds(List<EventSample> samples, int[] part, int k) {
        return IntStream.range(0, k).mapToObj(test -> fold(samples, part, test)).toList();
    }

    private static Fold fold(List<EventSample> samples, int[] part, int test) {
        List<EventSample> kept = new ArrayList<>();
        List<EventSample> held = new ArrayList<>();
        for (int i = 0; i < part.length; i++) {
            (part[i] == test ? held : kept).add(samples.get(i));
        }
        return new Fold(kept, held);
    }

    private static void requireParts(int k, int most, String what) {
        if (k < 2 || k > most) {
            throw new IllegalArgumentException("folds must be 2 to the " + most + " " + what + ", were " + k);
        }
    }
}

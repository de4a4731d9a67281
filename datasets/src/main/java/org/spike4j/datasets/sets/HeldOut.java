package org.spike4j.datasets.sets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Chooses samples for validation, the same share of each class: of the n samples of a class round(share n) are drawn.
 * Equal labels, share and seed give equal choices.
 */
final class HeldOut {
    private HeldOut() {}

    /**
     * The samples to hold out.
     *
     * @param labels label of each sample
     * @param share share of each class, 0 to less than 1
     * @param seed seed of the draw
     * @return places in the list of labels
     */
    static Set<Integer> stratified(List<Integer> labels, double share, long seed) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("validation share must be 0 or more and below 1, was " + share);
        }
        Map<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int i = 0; i < labels.size(); i++) {
            byClass.computeIfAbsent(labels.get(i), label -> new ArrayList<>()).add(i);
        }
        SplittableRandom random = new SplittableRandom(seed);
        Set<Integer> held = new HashSet<>();
        for (List<Integer> places : byClass.values()) {
            long wanted = Math.round(share * places.size());
            for (int k = 0; k < wanted; k++) {
                int j = k + random.nextInt(places.size() - k);
                int drawn = places.get(j);
                places.set(j, places.get(k));
                held.add(drawn);
            }
        }
        return held;
    }

    /**
     * Groups to hold out: of n groups round(share n), but at least one if the share is above 0 and there are two groups.
     *
     * @param groups names without repetition
     * @param share 0 to less than 1
     * @param seed seed of the draw
     * @return the names that are held out
     */
    static Set<String> groups(List<String> groups, double share, long seed) {
        List<Integer> one = Collections.nCopies(groups.size(), 0);
        Set<Integer> places = stratified(one, share, seed);
        if (places.isEmpty() && share > 0 && groups.size() > 1) {
            places.add(new SplittableRandom(seed).nextInt(groups.size()));
        }
        Set<String> held = new HashSet<>();
        places.forEach(place -> held.add(groups.get(place)));
        return held;
    }
}

package org.spike4j.datasets.video.sets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.spike4j.datasets.sets.Split;

/**
 * The videos of a data set by their parts.
 *
 * <p>What is held out for validation are whole groups of the training part: of the n groups of a class (of the class of
 * their first video, where a group has several) round(share n) are drawn.
 *
 * @param name name of the data set
 * @param classNames names of the classes; place i belongs to label i
 * @param train videos to train with
 * @param validation videos held out
 * @param test videos to test with
 */
public record LabelledVideos(
        String name,
        List<String> classNames,
        List<LabelledVideo> train,
        List<LabelledVideo> validation,
        List<LabelledVideo> test) {
    /** Copies the lists. */
    public LabelledVideos {
        classNames = List.copyOf(classNames);
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /**
     * The videos of a part, always in the same order.
     *
     * @param split which part
     * @return its videos
     */
    public List<LabelledVideo> videos(Split split) {
        return switch (split) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /**
     * The same videos under another name.
     *
     * @param other name, for reports
     * @return changed data set
     */
    public LabelledVideos withName(String other) {
        return new LabelledVideos(other, classNames, train, validation, test);
    }

    /** Holds out a share of the groups of the videos that are listed for training. */
    static LabelledVideos of(
            String name,
            List<String> classNames,
            List<LabelledVideo> listed,
            List<LabelledVideo> test,
            double share,
            long seed) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException("validation share must be 0 or more and below 1, was " + share);
        }
        Set<String> held = heldOut(listed, share, new SplittableRandom(seed));
        return new LabelledVideos(
                name,
                classNames,
                listed.stream().filter(video -> !held.contains(video.group())).toList(),
                listed.stream().filter(video -> held.contains(video.group())).toList(),
                test);
    }

    private static Set<String> heldOut(List<LabelledVideo> listed, double share, SplittableRandom random) {
        Map<String, Integer> classes = new LinkedHashMap<>();
        listed.forEach(video -> classes.putIfAbsent(video.group(), video.label()));
        Map<Integer, List<String>> groups = new TreeMap<>();
        classes.forEach((group, label) ->
                groups.computeIfAbsent(label, key -> new ArrayList<>()).add(group));
        Set<String> held = new HashSet<>();
        for (List<String> ofClass : groups.values()) {
            long wanted = Math.round(share * ofClass.size());
            for (int k = 0; k < wanted; k++) {
                held.add(ofClass.remove(random.nextInt(ofClass.size())));
            }
        }
        return held;
    }
}

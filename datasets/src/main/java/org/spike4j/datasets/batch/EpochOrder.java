package org.spike4j.datasets.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The order of the samples in an epoch; a function of seed and epoch alone. */
final class EpochOrder {
    private EpochOrder() {}

    /**
     * A permutation of 0 to count - 1.
     *
     * @param seed of the shuffling; empty = no shuffling
     */
    static int[] of(OptionalLong seed, int epoch, int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        if (seed.isPresent()) {
            shuffle(order, random(seed.getAsLong(), epoch, -1));
        }
        return order;
    }

    /**
     * As many numbers as there are samples, of each class equally many, give or take one; see {@link
     * EventBatching#withBalancedClasses}.
     */
    static int[] balanced(long seed, int epoch, int[] labels) {
        Map<Integer, List<Integer>> byClass = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            byClass.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
        }
        SplittableRandom random = random(seed, epoch, -1);
        List<int[]> classes = new ArrayList<>();
        byClass.values()
                .forEach(places -> classes.add(places.stream().mapToInt(i -> i).toArray()));
        int[] turn = of(OptionalLong.of(random.nextLong()), epoch, classes.size());
        int[] order = new int[labels.length];
        int at = 0;
        for (int c = 0; c < turn.length; c++) {
            int[] places = classes.get(turn[c]);
            int wanted = labels.length / turn.length + (c < labels.length % turn.length ? 1 : 0);
            for (int k = 0; k < wanted; k++) {
                if (k % places.length == 0) {
                    shuffle(places, random);
                }
                order[at++] = places[k % places.length];
            }
        }
        shuffle(order, random);
        return order;
    }

    /** A generator of its own for a sample in an epoch, so that it does not matter who asks first. */
    static SplittableRandom random(long seed, int epoch, int sample) {
        long first = new SplittableRandom(seed ^ epoch * 0x9E3779B97F4A7C15L).nextLong();
        return new SplittableRandom(first ^ sample * 0xD1342543DE82EF95L);
    }

    /** Fisher and Yates. */
    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}

package org.spike4j.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The dvs-conv step at several values of one of its options, the others at a middle size.
 *
 * @param option that grows, without its dashes
 * @param quantity what it is, for people
 * @param values ascending
 */
record GrowthSweep(String option, String quantity, List<Double> values) {
    private static final Map<String, Double> BASE = Map.of("T", 16.0, "N", 8.0, "C", 32.0, "hw", 32.0, "density", 0.1);
    private static final Map<String, Double> SMALL = Map.of("T", 2.0, "N", 2.0, "C", 4.0, "hw", 16.0, "density", 0.1);

    static List<GrowthSweep> full() {
        return List.of(
                new GrowthSweep("T", "time steps T", List.of(8.0, 16.0, 32.0, 64.0, 128.0, 256.0)),
                new GrowthSweep("N", "samples N", List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)),
                new GrowthSweep("C", "channels C", List.of(8.0, 16.0, 32.0, 64.0, 128.0)),
                new GrowthSweep("density", "spike density of the input", List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5)));
    }

    /** So small that they show no more than that they run. */
    static List<GrowthSweep> quick() {
        return List.of(
                new GrowthSweep("T", "time steps T", List.of(2.0, 4.0)),
                new GrowthSweep("N", "samples N", List.of(1.0, 2.0)),
                new GrowthSweep("C", "channels C", List.of(4.0, 8.0)),
                new GrowthSweep("density", "spike density of the input", List.of(0.1, 0.2)));
    }

    /** What follows {@code bench} for one value. */
    List<String> arguments(double value, boolean quick) {
        Map<String, Double> size = new TreeMap<>(quick ? SMALL : BASE);
        size.put(option, value);
        List<String> arguments = new ArrayList<>(List.of("dvs-conv"));
        size.forEach((name, number) -> {
            arguments.add("--" + name);
            arguments.add(name.equals("density") ? number.toString() : String.format(Locale.ROOT, "%.0f", number));
        });
        arguments.addAll(List.of("--warmup", quick ? "1" : "3", "--reps", quick ? "3" : "5"));
        return arguments;
    }
}

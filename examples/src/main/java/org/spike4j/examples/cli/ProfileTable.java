package org.spike4j.examples.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.spike4j.benchmarks.StepProfile;
import org.spike4j.neuron.kernel.Stage;

/** A profile as a table: a row for each layer, a column for each stage, milliseconds of a step, and the shares. */
final class ProfileTable {
    private static final String OUTSIDE = "outside";
    private static final int NARROWEST = 7;

    private final StepProfile profile;
    private final Map<String, Map<Stage, Double>> rows = new TreeMap<>();
    private final Map<Stage, Double> sums = new EnumMap<>(Stage.class);

    private ProfileTable(StepProfile profile) {
        this.profile = profile;
        profile.placeMs().forEach((place, ms) -> {
            String layer = place.layer().isEmpty() ? OUTSIDE : place.layer();
            rows.computeIfAbsent(layer, name -> new EnumMap<>(Stage.class)).merge(place.stage(), ms, Double::sum);
            sums.merge(place.stage(), ms, Double::sum);
        });
    }

    /** Prints a profile for people, and adds it to an answer for programs. */
    static void answer(Printer printer, StepProfile profile, Map<String, Object> answer) {
        ProfileTable table = new ProfileTable(profile);
        table.lines().forEach(printer::say);
        answer.put("profile", table.json());
    }

    /** The lines of the table. */
    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(name("ms per step"));
        sums.keySet().forEach(stage -> head.append(right(stage.title(), stage)));
        lines.add(head.append(String.format(Locale.ROOT, "%10s%9s", "sum", "share"))
                .toString());
        rows.forEach((layer, times) -> lines.add(line(layer, times)));
        lines.add(line("sum", sums));
        StringBuilder shares = new StringBuilder(name("share"));
        sums.forEach((stage, ms) -> shares.append(right(String.format(Locale.ROOT, "%.1f %%", percent(ms)), stage)));
        lines.add(shares.toString());
        lines.add(String.format(
                Locale.ROOT,
                "%.2f MB of garbage a step, collected in %.2f ms",
                profile.garbageMb(),
                profile.collectionMs()));
        return lines;
    }

    /** The same for programs: the step, what each layer spends by stage, and the garbage. */
    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stepMs", profile.stepMs());
        Map<String, Object> layers = new LinkedHashMap<>();
        rows.forEach((layer, times) -> layers.put(layer, byTitle(times)));
        json.put("layersMs", layers);
        json.put("stagesMs", byTitle(sums));
        json.put("garbageMb", profile.garbageMb());
        json.put("collectionMs", profile.collectionMs());
        return json;
    }

    private static Map<String, Double> byTitle(Map<Stage, Double> times) {
        Map<String, Double> named = new LinkedHashMap<>();
        times.forEach((stage, ms) -> named.put(stage.title(), ms));
        return named;
    }

    private String line(String name, Map<Stage, Double> times) {
        StringBuilder line = new StringBuilder(name(name));
        for (Stage stage : sums.keySet()) {
            Double ms = times.get(stage);
            line.append(right(ms == null ? "" : String.format(Locale.ROOT, "%.2f", ms), stage));
        }
        double sum = times.values().stream().mapToDouble(Double::doubleValue).sum();
        return line.append(String.format(Locale.ROOT, "%10.2f%7.1f %%", sum, percent(sum)))
                .toString();
    }

    private static String name(String name) {
        return String.format(Locale.ROOT, "%-17s", name);
    }

    /** The text at the right of the column of a stage. */
    private static String right(String text, Stage stage) {
        int width = Math.max(NARROWEST, stage.title().length()) + 2;
        return " ".repeat(width - text.length()) + text;
    }

    private double percent(double ms) {
        return 100 * ms / profile.stepMs();
    }
}

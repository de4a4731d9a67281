package org.spike4j.examples.gallery;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;
import org.spike4j.neuron.EquationModel;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.SpikingModel;

/**
 * The page of the gallery as Markdown.
 *
 * @param groups of models
 */
record GalleryPage(List<GalleryGroup> groups) {
    private static final int DIGITS = 6;
    private static final String NEW_LINE = "\n";

    private static final String INTRODUCTION = """
            # Neuron models

            This page is generated from the code by `./spike4j neurons --out docs`; do not edit it by hand. Every model is a
            record of `org.spike4j.neuron`, and works in every layer, forward and backward, on every kernel.

            For each model: its step in the order in which it is computed (for models that are given by their equations, this is
            the text that is compiled and executed; [StepText](../neuron-dynamics/src/main/java/org/spike4j/neuron/equation/StepText.java)
            has the language), what it does, its constants, and where it comes from. The pictures show, on the left, the spikes,
            the membrane that is compared with the threshold, and the input, which is a constant current between two silences; on
            the right, the mean output over a constant input (of 2,000 steps, or of a second if that is longer, from the initial state). They are computed by the
            library in double.

            In the equations x is the input, v the membrane that is carried on, h the one that is compared with the threshold, s
            the spike, and `spike(h, threshold)` is 1 at (or above) the threshold, else 0, with the surrogate's derivative.
            Where a table gives no unit, a constant is a plain number. A constant can be learned inside its range, in which a
            parametrisation keeps it; its gradient is known in any case.
            """;

    String text() {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        contents(page);
        for (GalleryGroup group : groups) {
            page.append("\n## ").append(group.title()).append(NEW_LINE);
            group.entries().forEach(entry -> entry(page, entry));
        }
        references(page);
        return page.toString();
    }

    private void contents(StringBuilder page) {
        page.append("\n| model | what it is |\n|---|---|\n");
        for (GalleryGroup group : groups) {
            for (GalleryEntry entry : group.entries()) {
                page.append(String.format(
                        "| [%s](#%s) | %s |\n", entry.name(), entry.name().toLowerCase(Locale.ROOT), entry.summary()));
            }
        }
    }

    private void entry(StringBuilder page, GalleryEntry entry) {
        String name = entry.name();
        page.append(String.format("\n### %s\n\n", name));
        String summary = entry.summary();
        page.append(summary.substring(0, 1).toUpperCase(Locale.ROOT))
                .append(summary.substring(1))
                .append(".\n");
        page.append(String.format("\n![%s](%s/%s)\n", name, Gallery.PICTURES, entry.picture()));
        page.append("\n```text\n").append(equation(entry)).append("\n```\n");
        page.append(String.format("\nShown: `%s`, %s.\n", entry.preset(), options(entry)));
        constants(page, entry);
        if (!entry.origin().isEmpty()) {
            page.append("\nReproduces: ").append(entry.origin()).append(".\n");
        }
        if (!entry.papers().isEmpty()) {
            String citations = entry.papers().stream().map(Paper::citation).collect(Collectors.joining(", "));
            page.append("\nSee: ").append(citations).append(".\n");
        }
    }

    private static String equation(GalleryEntry entry) {
        return entry.equation()
                .orElseGet(() ->
                        ((EquationModel) entry.model()).step().text().strip().replace("; ", NEW_LINE));
    }

    /** What the equation leaves open. */
    private static String options(GalleryEntry entry) {
        NeuronModel model = entry.model();
        Stimulus stimulus = entry.stimulus();
        StringBuilder options = new StringBuilder(
                stimulus.countsSteps() ? "time in steps" : "steps of " + number(stimulus.shownStep()) + " ms");
        if (model instanceof EquationModel equations && equations.subSteps() > 1) {
            options.append(", each in ").append(equations.subSteps()).append(" sub-steps");
        }
        if (model instanceof EquationModel equations && equations.step().text().contains("/dt")) {
            options.append(", ").append(equations.step().scheme().word()).append(" unless an equation says otherwise");
        }
        if (model instanceof SpikingModel<?> spiking) {
            options.append(", ").append(FiringWords.of(spiking.firing()));
        }
        return options.toString();
    }

    private static void constants(StringBuilder page, GalleryEntry entry) {
        List<String> learned =
                entry.model().learned().stream().map(Learned::constant).toList();
        Units units = Units.of(entry);
        page.append("\n| constant | value | unit | range | learned here |\n|---|---|---|---|---|\n");
        for (Constant constant : entry.model().constants()) {
            page.append(String.format(
                    "| %s | %s | %s | %s | %s |\n",
                    constant.name(),
                    number(constant.value()),
                    units.unit(constant.name()),
                    range(constant.domain()),
                    learned.contains(constant.name()) ? "yes" : ""));
        }
    }

    private void references(StringBuilder page) {
        List<Paper> cited = Arrays.stream(Paper.values())
                .filter(paper -> groups.stream()
                        .flatMap(group -> group.entries().stream())
                        .anyMatch(entry -> entry.papers().contains(paper)))
                .toList();
        page.append("\n## Papers\n\n");
        cited.forEach(paper -> page.append("- ").append(paper.reference()).append(".\n"));
    }

    private static String range(Domain domain) {
        if (Double.isInfinite(domain.lower())) {
            return "all numbers";
        }
        return Double.isInfinite(domain.upper())
                ? "> " + number(domain.lower())
                : number(domain.lower()) + " to " + number(domain.upper());
    }

    /** A value with at most six digits that are not 0. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        return new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}

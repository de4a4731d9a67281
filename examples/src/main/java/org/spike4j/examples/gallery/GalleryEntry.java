package org.spike4j.examples.gallery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spike4j.neuron.EquationModel;
import org.spike4j.neuron.NeuronModel;

/**
 * One model of the gallery.
 *
 * @param model with the constants that are shown
 * @param summary what it is, in a few words
 * @param preset how it is made
 * @param equation of models that are no {@link EquationModel}
 * @param stimulus what it gets
 * @param units of constants, where they are neither declared nor follow from the name
 * @param origin which models of other libraries it reproduces, and what differs; empty for none
 * @param papers it comes from, or that use it
 */
record GalleryEntry(
        NeuronModel model,
        String summary,
        String preset,
        Optional<String> equation,
        Stimulus stimulus,
        Map<String, String> units,
        String origin,
        List<Paper> papers) {

    /** Checks that there is an equation. */
    GalleryEntry {
        if (equation.isPresent() == model instanceof EquationModel) {
            throw new IllegalArgumentException(
                    name(model) + " must have either an equation of its own or one in its entry");
        }
        units = Map.copyOf(units);
        papers = List.copyOf(papers);
    }

    /** An entry without equation, units, origin and papers. */
    static GalleryEntry of(EquationModel model, String summary, String preset, Stimulus stimulus) {
        return new GalleryEntry(model, summary, preset, Optional.empty(), stimulus, Map.of(), "", List.of());
    }

    /** The same for a model that does not carry its equation. */
    static GalleryEntry of(NeuronModel model, String summary, String preset, String equation, Stimulus stimulus) {
        return new GalleryEntry(
                model, summary, preset, Optional.of(equation.strip()), stimulus, Map.of(), "", List.of());
    }

    GalleryEntry withUnits(Map<String, String> newUnits) {
        return new GalleryEntry(model, summary, preset, equation, stimulus, newUnits, origin, papers);
    }

    GalleryEntry reproduces(String newOrigin) {
        return new GalleryEntry(model, summary, preset, equation, stimulus, units, newOrigin, papers);
    }

    GalleryEntry from(Paper... newPapers) {
        return new GalleryEntry(model, summary, preset, equation, stimulus, units, origin, List.of(newPapers));
    }

    /** Name of the model's class. */
    String name() {
        return name(model);
    }

    /** File name of its picture. */
    String picture() {
        return name().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".png";
    }

    private static String name(NeuronModel model) {
        return model.getClass().getSimpleName();
    }
}

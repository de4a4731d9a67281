package org.spike4j.training.recipe;

import java.util.ArrayList;
import java.util.List;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.NeuronModel;

/**
 * Reads the neuron of a layer. A layer's own section replaces keys of the recipe's section one by one; if it names a
 * model itself, it starts afresh. With {@code inhibition: true} only the winner among the channels at a place spikes.
 */
final class NeuronSection {
    private NeuronSection() {}

    /** The neuron of a layer that says nothing about it, or something. */
    static NeuronModel read(Section common, Section layer) {
        return read(merged(common, layer, "neuron"));
    }

    /** The keys of a neuron of a layer: its own, and common ones where it names no model itself. */
    static Section merged(Section common, Section layer, String key) {
        if (!layer.has(key)) {
            return common;
        }
        Section own = layer.section(key);
        return own.has("model") ? own : own.over(common);
    }

    /** The neuron of a section. */
    static NeuronModel read(Section section) {
        NeuronKind kind = section.find("model")
                .map(value -> value.choice(NeuronKind.class))
                .orElse(NeuronKind.LIF);
        List<String> allowed = new ArrayList<>(kind.keys());
        allowed.add("model");
        allowed.add("inhibition");
        section.allow(allowed);
        try {
            NeuronModel neuron = kind.read(section);
            return section.flag("inhibition", false) ? Inhibited.of(neuron) : neuron;
        } catch (RecipeException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new RecipeException(section.place(), "is not a valid " + Spelling.of(kind) + ": " + e.getMessage());
        }
    }
}

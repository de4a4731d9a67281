package org.spike4j.training.recipe;

import org.spike4j.layers.loss.SequenceLoss;

/** Reads the layers that come last. */
final class ReadoutKinds {
    private ReadoutKinds() {}

    static LayerRecipe rateReadout(Value value, Section neuron) {
        Section section = value.section().allow("loss");
        return new LayerRecipe.RateReadout(
                value.place().path(), section.choice("loss", LayerRecipe.RateReadout.Loss.MSE));
    }

    static LayerRecipe sequenceReadout(Value value, Section neuron) {
        Section section = value.section().allow("loss", "neuronsPerClass");
        return new LayerRecipe.SequenceReadout(
                value.place().path(),
                LossKind.of(section.get("loss").section()),
                section.integer("neuronsPerClass", 1, LayerKind.MOST_UNITS, 1));
    }

    static LayerRecipe leakyReadout(Value value, Section neuron) {
        Section section = value.section().allow("units", "tau", "reduction", "loss");
        if (section.has("loss") && section.has("reduction")) {
            throw new RecipeException(
                    section.get("reduction").place(), "has no meaning beside loss, which reduces by itself; drop one");
        }
        return new LayerRecipe.LeakyReadout(
                value.place().path(),
                section.integer("units", 2, LayerKind.MOST_UNITS, 0),
                section.find("tau")
                        .map(v -> v.number(1e-3, Double.POSITIVE_INFINITY))
                        .orElse(Double.POSITIVE_INFINITY),
                section.choice("reduction", LayerRecipe.LeakyReadout.Reduction.MEAN),
                section.find("loss").map(ReadoutKinds::ofMembranes).orElse(null));
    }

    private static SequenceLoss ofMembranes(Value value) {
        SequenceLoss loss = LossKind.of(value.section());
        if (loss.needsSpikes()) {
            throw new RecipeException(
                    value.place(), "needs spikes, which membranes do not have; use a dense layer and sequence-readout");
        }
        return loss;
    }
}

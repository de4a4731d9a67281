package org.spike4j.training.recipe;

import org.spike4j.neuron.BidlLif;

/** Reads the layers that keep the units of what they follow. */
final class SequenceKinds {
    private SequenceKinds() {}

    static LayerRecipe delay(Value value, Section neuron) {
        Section section = value.section().allow("steps", "maxDelay", "rounded", "rateFactor");
        boolean fixed = section.has("steps");
        if (fixed == section.has("maxDelay")) {
            throw new RecipeException(
                    value.place(), "must have steps, for a fixed delay, or maxDelay, for learned ones");
        }
        String key = fixed ? "steps" : "maxDelay";
        return new LayerRecipe.Delay(
                value.place().path(),
                section.get(key).integer(fixed ? 0 : 1, LayerKind.MOST_DELAY),
                !fixed,
                section.flag("rounded", false),
                section.positive("rateFactor", LayerKind.RATE_FACTOR));
    }

    static LayerRecipe synapseFilter(Value value, Section neuron) {
        Section section = value.section().allow("kind", "tau", "tauRise", "learn", "sharing");
        return new LayerRecipe.SynapseFilter(value.place().path(), FilterKind.read(section));
    }

    static LayerRecipe dropout(Value value, Section neuron) {
        return new LayerRecipe.Dropout(value.place().path(), value.number(0, 0.99));
    }

    static LayerRecipe neurons(Value value, Section neuron) {
        Section section = value.section().allow("neuron", "activity");
        return new LayerRecipe.Neurons(
                value.place().path(), NeuronSection.read(neuron, section), ActivitySection.read(section));
    }

    static LayerRecipe homeostaticLif(Value value, Section neuron) {
        Section section = value.section().allow("noise", "neuron", "activity");
        return new LayerRecipe.Homeostatic(
                value.place().path(),
                section.number("noise", 0, 1e6, 0),
                section.has("neuron") ? NeuronSection.read(neuron, section) : BidlLif.standard(),
                ActivitySection.read(section));
    }

    static LayerRecipe temporalNorm(Value value, Section neuron) {
        Section section = value.section().allow("kind", "threshold");
        LayerRecipe.TemporalNorm.Kind kind = section.choice("kind", LayerRecipe.TemporalNorm.Kind.PLAIN);
        if (section.has("threshold") && kind != LayerRecipe.TemporalNorm.Kind.THRESHOLD_DEPENDENT) {
            throw new RecipeException(
                    section.get("threshold").place(), "has no meaning unless kind is threshold-dependent");
        }
        return new LayerRecipe.TemporalNorm(value.place().path(), kind, section.positive("threshold", 1));
    }

    static LayerRecipe timeMixing(Value value, Section neuron) {
        Section section = value.section().allow("order", "masking");
        if (section.has("masking") && !section.has("order")) {
            throw new RecipeException(
                    section.get("masking").place(), "has no meaning without order, the inputs it lets through");
        }
        return new LayerRecipe.TimeMixing(
                value.place().path(),
                section.integer("order", 1, LayerKind.MOST_DELAY, 0),
                section.number("masking", 0, 1, 1));
    }

    static LayerRecipe learnedQuantization(Value value, Section neuron) {
        Section section = value.section().allow("stride", "kernel", "perChannel");
        int stride = section.get("stride").integer(1, LayerKind.MOST_DELAY);
        int kernel = section.integer("kernel", 1, 2 * LayerKind.MOST_DELAY, 2 * stride - 1);
        if (kernel % 2 == 0) {
            throw section.get("kernel").wrong("must be odd, so that it has a middle");
        }
        return new LayerRecipe.LearnedQuantization(
                value.place().path(), stride, kernel, section.flag("perChannel", false));
    }

    static LayerRecipe selfAttention(Value value, Section neuron) {
        Section section = value.section().allow("heads", "scale", "neuron", "attentionNeuron");
        Section own = NeuronSection.merged(neuron, section, "neuron");
        return new LayerRecipe.SelfAttention(
                value.place().path(),
                section.integer("heads", 1, LayerKind.MOST_UNITS, 1),
                section.positive("scale", 0.125),
                NeuronSection.read(own),
                NeuronSection.read(NeuronSection.merged(own, section, "attentionNeuron")));
    }
}

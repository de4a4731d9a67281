package org.spike4j.training.recipe;

import java.util.List;
import org.spike4j.layers.DaleLaw;
import org.spike4j.layers.RecurrentConnections;

/** Reads the layers that have weights and neurons. */
final class WeightKinds {
    private static final int MOST_RECURRENT_UNITS = 16_384; // their weights grow with the square

    private WeightKinds() {}

    static LayerRecipe conv(Value value, Section neuron) {
        Section section = value.section()
                .allow(
                        "channels",
                        "kernel",
                        "stride",
                        "padding",
                        "batchNorm",
                        "bias",
                        "pool",
                        "poolSize",
                        "recompute",
                        "neuron",
                        "activity");
        int kernel = section.integer("kernel", 1, 31, 3);
        boolean batchNorm = section.flag("batchNorm", true);
        return new LayerRecipe.Convolution(
                value.place().path(),
                section.get("channels").integer(1, LayerKind.MOST_UNITS),
                kernel,
                section.integer("stride", 1, 31, 1),
                section.integer("padding", 0, 31, kernel / 2),
                batchNorm,
                section.flag("bias", !batchNorm),
                section.choice("pool", Pool.NONE),
                section.integer("poolSize", 2, 31, 2),
                section.flag("recompute", false),
                NeuronSection.read(neuron, section),
                ActivitySection.read(section));
    }

    static LayerRecipe dense(Value value, Section neuron) {
        Section section = value.section().allow("units", "bias", "excitatory", "neuron", "activity");
        return new LayerRecipe.Dense(
                value.place().path(),
                section.get("units").integer(1, LayerKind.MOST_UNITS),
                section.flag("bias", true),
                daleLaw(section),
                NeuronSection.read(neuron, section),
                ActivitySection.read(section));
    }

    static LayerRecipe recurrent(Value value, Section neuron) {
        Section section = value.section()
                .allow(
                        "units",
                        "bias",
                        "connections",
                        "selfConnections",
                        "feedback",
                        "excitatory",
                        "neuron",
                        "activity");
        RecurrentConnections connections = section.choice("connections", RecurrentConnections.ALL_TO_ALL);
        boolean all = connections == RecurrentConnections.ALL_TO_ALL;
        for (String key : all ? List.of("feedback") : List.of("selfConnections", "excitatory")) {
            section.find(key).ifPresent(v -> {
                throw new RecipeException(
                        v.place(), "has no meaning with connections " + Spelling.of(connections) + "; drop one");
            });
        }
        return new LayerRecipe.Recurrent(
                value.place().path(),
                section.get("units").integer(1, MOST_RECURRENT_UNITS),
                section.flag("bias", true),
                connections,
                section.flag("selfConnections", true),
                section.real("feedback", 1),
                daleLaw(section),
                NeuronSection.read(neuron, section),
                ActivitySection.read(section));
    }

    static LayerRecipe recurrentConv(Value value, Section neuron) {
        Section section = value.section()
                .allow("channels", "kernel", "stride", "padding", "recurrentKernel", "bias", "neuron", "activity");
        int kernel = section.integer("kernel", 1, 31, 3);
        int recurrentKernel = section.integer("recurrentKernel", 1, 31, 3);
        if (recurrentKernel % 2 == 0) {
            throw section.get("recurrentKernel").wrong("must be odd, so that neurons keep their place");
        }
        return new LayerRecipe.RecurrentConvolution(
                value.place().path(),
                section.get("channels").integer(1, LayerKind.MOST_UNITS),
                kernel,
                section.integer("stride", 1, 31, 1),
                section.integer("padding", 0, 31, kernel / 2),
                recurrentKernel,
                section.flag("bias", true),
                NeuronSection.read(neuron, section),
                ActivitySection.read(section));
    }

    static LayerRecipe delayedDense(Value value, Section neuron) {
        Section section = value.section()
                .allow("units", "maxDelay", "bias", "sigma", "lastSigma", "rounded", "rateFactor", "neuron");
        int maxDelay = section.get("maxDelay").integer(1, LayerKind.MOST_DELAY);
        return new LayerRecipe.DelayedDense(
                value.place().path(),
                section.get("units").integer(1, LayerKind.MOST_UNITS),
                maxDelay,
                section.flag("bias", true),
                section.positive("sigma", maxDelay / 2.0),
                section.positive("lastSigma", 0.5),
                section.flag("rounded", true),
                section.positive("rateFactor", LayerKind.RATE_FACTOR),
                NeuronSection.read(neuron, section));
    }

    /** The law of a layer whose section says how large a share excites; null if it says nothing. */
    private static DaleLaw daleLaw(Section section) {
        return section.find("excitatory").map(v -> new DaleLaw(v.number(0, 1))).orElse(null);
    }
}

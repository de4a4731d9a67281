package org.spike4j.training.recipe;

import java.util.List;
import org.spike4j.layers.DaleLaw;
import org.spike4j.layers.LateralInhibition;
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
                        "strength",
                        "radius",
                        "neuron",
                        "activity");
        RecurrentConnections connections = section.choice("connections", RecurrentConnections.ALL_TO_ALL);
        List<String> own = switch (connections) {
            case ALL_TO_ALL -> List.of("selfConnections", "excitatory");
            case ONE_TO_ONE, ONE_TO_ONE_SHARED -> List.of("feedback");
            case LATERAL_INHIBITION -> List.of("strength", "radius");
        };
        for (String key : List.of("selfConnections", "excitatory", "feedback", "strength", "radius")) {
            if (section.has(key) && !own.contains(key)) {
                throw new RecipeException(
                        section.get(key).place(),
                        "has no meaning with connections " + Spelling.of(connections) + "; drop one");
            }
        }
        boolean inhibits = connections == RecurrentConnections.LATERAL_INHIBITION;
        return new LayerRecipe.Recurrent(
                value.place().path(),
                section.get("units").integer(1, MOST_RECURRENT_UNITS),
                section.flag("bias", true),
                connections,
                section.flag("selfConnections", true),
                section.real("feedback", 1),
                daleLaw(section),
                inhibits
                        ? new LateralInhibition(
                                section.number("strength", 0, 1e6, 1),
                                section.integer("radius", 0, MOST_RECURRENT_UNITS, 0))
                        : null,
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

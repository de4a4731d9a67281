package org.spike4j.training.recipe;

import java.util.List;
import java.util.Map;
import org.spike4j.layers.loss.SequenceLoss;

/** The kinds of layer a recipe can name, and how each one is read. */
enum LayerKind {
    CONV {
        @Override
        LayerRecipe read(Value value, Section neuron) {
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
            int kernel = section.find("kernel").map(v -> v.integer(1, 31)).orElse(3);
            boolean batchNorm = section.find("batchNorm").map(Value::flag).orElse(true);
            return new LayerRecipe.Convolution(
                    value.place().path(),
                    section.get("channels").integer(1, MOST_UNITS),
                    kernel,
                    section.find("stride").map(v -> v.integer(1, 31)).orElse(1),
                    section.find("padding").map(v -> v.integer(0, 31)).orElse(kernel / 2),
                    batchNorm,
                    section.find("bias").map(Value::flag).orElse(!batchNorm),
                    section.find("pool").map(v -> v.choice(Pool.class)).orElse(Pool.NONE),
                    section.find("poolSize").map(v -> v.integer(2, 31)).orElse(2),
                    section.find("recompute").map(Value::flag).orElse(false),
                    NeuronSection.read(neuron, section),
                    ActivitySection.read(section));
        }
    },
    DENSE {
        @Override
        LayerRecipe read(Value value, Section neuron) {
            Section section = value.section().allow("units", "bias", "neuron", "activity");
            return new LayerRecipe.Dense(
                    value.place().path(),
                    section.get("units").integer(1, MOST_UNITS),
                    section.find("bias").map(Value::flag).orElse(true),
                    NeuronSection.read(neuron, section),
                    ActivitySection.read(section));
        }
    },
    RECURRENT {
        @Override
        LayerRecipe read(Value value, Section neuron) {
            Section section = value.section().allow("units", "bias", "selfConnections", "neuron", "activity");
            return new LayerRecipe.Recurrent(
                    value.place().path(),
                    section.get("units").integer(1, MOST_RECURRENT_UNITS),
                    section.find("bias").map(Value::flag).orElse(true),
                    section.find("selfConnections").map(Value::flag).orElse(true),
                    NeuronSection.read(neuron, section),
                    ActivitySection.read(section));
        }
    },
    DELAYED_DENSE {
        @Override
        LayerRecipe read(Value value, Section neuron) {
            Section section = value.section()
                    .allow("units", "maxDelay", "bias", "sigma", "lastSigma", "rounded", "rateFactor", "neuron");
            int maxDelay = section.get("maxDelay").integer(1, MOST_DELAY);
            return new LayerRecipe.DelayedDense(
                    value.place().path(),
                    section.get("units").integer(1, MOST_UNITS),
                    maxDelay,
                    section.find("bias").map(Value::flag).orElse(true),
                    section.find("sigma").map(Value::positive).orElse(maxDelay / 2.0),
                    section.find("lastSigma").map(Value::positive).orElse(0.5),
                    section.find("rounded").map(Value::flag).orElse(true),
                    section.find("rateFactor").map(Value::positive).orElse(RATE_FACTOR),
                    NeuronSection.read(neuron, section));
        }
    },
    DELAY {
        @Override
        LayerRecipe read(Value value, Section neuron) {
            Section section = value.section().allow("steps", "maxDelay", "rounded", "rateFactor");
            boolean fixed = section.has("steps");
            if (fixed == section.has("maxDelay")) {
                throw new RecipeException(
                        value.place(), "must have steps, for a fixed delay, or maxDelay, for learned ones");
            }
            String key = fixed ? "steps" : "maxDelay";
            return new LayerRecipe.Delay(
                    value.place().path(),
                    section.get(key).integer(fixed ? 0 : 1, MOST_DELAY),
                    !fixed,
                    section.find("rounded").map(Value::flag).orElse(false),
                    section.find("rateFactor").map(Value::positive).orElse(RATE_FACTOR));
        }
    },
    SYNAPSE_FILTER {
        @Override
        LayerRecipe read(Value value, Section neuron) {
            Section section = value.section().allow("kind", "tau", "tauRise", "learn", "sharing");
            return new LayerRecipe.SynapseFilter(value.place().path(), FilterKind.read(section));
        }
    },
    DROPOUT {
        @Override
        LayerRecipe read(Value value, Section neuron) {
            return new LayerRecipe.Dropout(value.place().path(), value.number(0, 0.99));
        }
    },
    RATE_READOUT {
        @Override
        LayerRecipe read(Value value, Section neuron) {
            Section section = value.section().allow("loss");
            return new LayerRecipe.RateReadout(
                    value.place().path(),
                    section.find("loss")
                            .map(v -> v.choice(LayerRecipe.RateReadout.Loss.class))
                            .orElse(LayerRecipe.RateReadout.Loss.MSE));
        }
    },
    SEQUENCE_READOUT {
        @Override
        LayerRecipe read(Value value, Section neuron) {
            Section section = value.section().allow("loss", "neuronsPerClass");
            return new LayerRecipe.SequenceReadout(
                    value.place().path(),
                    LossKind.of(section.get("loss").section()),
                    section.find("neuronsPerClass")
                            .map(v -> v.integer(1, MOST_UNITS))
                            .orElse(1));
        }
    },
    LEAKY_READOUT {
        @Override
        LayerRecipe read(Value value, Section neuron) {
            Section section = value.section().allow("units", "tau", "reduction", "loss");
            if (section.has("loss") && section.has("reduction")) {
                throw new RecipeException(
                        section.get("reduction").place(),
                        "has no meaning beside loss, which reduces by itself; drop one");
            }
            return new LayerRecipe.LeakyReadout(
                    value.place().path(),
                    section.find("units").map(v -> v.integer(2, MOST_UNITS)).orElse(0),
                    section.find("tau")
                            .map(v -> v.number(1e-3, Double.POSITIVE_INFINITY))
                            .orElse(Double.POSITIVE_INFINITY),
                    section.find("reduction")
                            .map(v -> v.choice(LayerRecipe.LeakyReadout.Reduction.class))
                            .orElse(LayerRecipe.LeakyReadout.Reduction.MEAN),
                    section.find("loss").map(LayerKind::ofMembranes).orElse(null));
        }
    };

    private static final int MOST_UNITS = 65_536;
    private static final int MOST_DELAY = 10_000;
    private static final double RATE_FACTOR = 10; // raw parameters of delays move slowly at the rate of weights
    private static final int MOST_RECURRENT_UNITS = 16_384; // their weights grow with the square

    abstract LayerRecipe read(Value value, Section neuron);

    private static SequenceLoss ofMembranes(Value value) {
        SequenceLoss loss = LossKind.of(value.section());
        if (loss.needsSpikes()) {
            throw new RecipeException(
                    value.place(), "needs spikes, which membranes do not have; use a dense layer and sequence-readout");
        }
        return loss;
    }

    /** The layers of a recipe: any number of layers, then one readout. */
    static List<LayerRecipe> readAll(Value list, Section neuron) {
        List<Value> items = list.list();
        List<LayerRecipe> layers = items.stream().map(item -> one(item, neuron)).toList();
        for (int i = 0; i < layers.size(); i++) {
            boolean last = i == layers.size() - 1;
            if (isReadout(layers.get(i)) != last) {
                throw new RecipeException(
                        items.get(i).place(),
                        last
                                ? "is the last layer and must be rate-readout, sequence-readout or leaky-readout"
                                : "is a readout, which must be the last layer");
            }
        }
        if (layers.size() < 2) {
            throw new RecipeException(list.place(), "must have at least one spiking layer and a readout");
        }
        return layers;
    }

    private static LayerRecipe one(Value item, Section neuron) {
        Map.Entry<String, Value> entry = item.section().only("layer, as \"- dense: {units: 128}\"");
        int index = Spelling.all(LayerKind.class).indexOf(entry.getKey());
        if (index < 0) {
            List<String> kinds = Spelling.all(LayerKind.class);
            throw new RecipeException(
                    entry.getValue().place(),
                    "is not a known layer; allowed are " + String.join(", ", kinds)
                            + NearestName.question(entry.getKey(), kinds));
        }
        return values()[index].read(entry.getValue(), neuron);
    }

    private static boolean isReadout(LayerRecipe layer) {
        return layer instanceof LayerRecipe.RateReadout
                || layer instanceof LayerRecipe.SequenceReadout
                || layer instanceof LayerRecipe.LeakyReadout;
    }
}

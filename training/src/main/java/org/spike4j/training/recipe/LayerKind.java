package org.spike4j.training.recipe;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The kinds of layer a recipe can name, and where each one is read, with its keys. */
enum LayerKind {
    CONV(WeightKinds::conv),
    DENSE(WeightKinds::dense),
    RECURRENT(WeightKinds::recurrent),
    RECURRENT_CONV(WeightKinds::recurrentConv),
    NEURONS(SequenceKinds::neurons),
    HOMEOSTATIC_LIF(SequenceKinds::homeostaticLif),
    TEMPORAL_NORM(SequenceKinds::temporalNorm),
    TIME_MIXING(SequenceKinds::timeMixing),
    LEARNED_QUANTIZATION(SequenceKinds::learnedQuantization),
    SELF_ATTENTION(SequenceKinds::selfAttention),
    DELAYED_DENSE(WeightKinds::delayedDense),
    DELAY(SequenceKinds::delay),
    SYNAPSE_FILTER(SequenceKinds::synapseFilter),
    DROPOUT(SequenceKinds::dropout),
    RATE_READOUT(ReadoutKinds::rateReadout),
    SEQUENCE_READOUT(ReadoutKinds::sequenceReadout),
    LEAKY_READOUT(ReadoutKinds::leakyReadout);

    static final int MOST_UNITS = 65_536;
    static final int MOST_DELAY = 10_000;
    static final double RATE_FACTOR = 10; // raw parameters of delays move slowly at the rate of weights

    private final BiFunction<Value, Section, LayerRecipe> reader;

    LayerKind(BiFunction<Value, Section, LayerRecipe> reader) {
        this.reader = reader;
    }

    /** The layer of a value, with the neuron of the recipe. */
    LayerRecipe read(Value value, Section neuron) {
        return reader.apply(value, neuron);
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

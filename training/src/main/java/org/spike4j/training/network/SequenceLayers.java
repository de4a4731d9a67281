package org.spike4j.training.network;

import org.spike4j.layers.LearnedQuantization;
import org.spike4j.layers.SpikingSelfAttention;
import org.spike4j.layers.TemporalBatchNorm;
import org.spike4j.layers.TemporalNorm;
import org.spike4j.layers.TimeMixing;
import org.spike4j.training.recipe.LayerRecipe;

/** Layers that work on the sequences between neurons; all without name yet. */
final class SequenceLayers {
    private SequenceLayers() {}

    static TemporalBatchNorm.Builder norm(LayerRecipe.TemporalNorm layer, int steps) {
        return new TemporalBatchNorm.Builder()
                .norm(
                        switch (layer.kind()) {
                            case PLAIN -> TemporalNorm.plain();
                            case THRESHOLD_DEPENDENT -> TemporalNorm.thresholdDependent(layer.threshold());
                            case EFFECTIVE -> TemporalNorm.effective(steps);
                            case THROUGH_TIME -> TemporalNorm.throughTime(steps);
                        });
    }

    static TimeMixing.Builder mixing(LayerRecipe.TimeMixing layer, int steps) {
        TimeMixing.Builder builder = new TimeMixing.Builder().steps(steps);
        return layer.order() == 0 ? builder : builder.mask(layer.order(), layer.masking());
    }

    static LearnedQuantization.Builder quantization(LayerRecipe.LearnedQuantization layer, int steps) {
        return new LearnedQuantization.Builder()
                .steps(steps)
                .stride(layer.stride())
                .kernel(layer.kernel())
                .perChannel(layer.perChannel());
    }

    static SpikingSelfAttention.Builder attention(LayerRecipe.SelfAttention layer) {
        return new SpikingSelfAttention.Builder()
                .heads(layer.heads())
                .scale(layer.scale())
                .neuron(layer.neuron())
                .attentionNeuron(layer.attentionNeuron());
    }
}

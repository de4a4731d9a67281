package org.spike4j.training.network;

import org.spike4j.layers.SigmaSchedule;
import org.spike4j.layers.SpikingDelayed;
import org.spike4j.layers.SynapseLayer;
import org.spike4j.neuron.synapse.AxonalDelay;
import org.spike4j.training.recipe.LayerRecipe;
import org.spike4j.training.recipe.TrainingRecipe;

/**
 * Layers with delays, which have a learning rate of their own and change with the training.
 *
 * @param training of the recipe
 * @param iterations of the whole training
 */
record DelayLayers(TrainingRecipe training, int iterations) {
    private static final double SPREAD = 1.5; // of raw parameters: nearly even over the range of the delays

    /** A dense layer without units, bias and name yet; its bumps are narrow after a quarter of the training. */
    SpikingDelayed.Builder dense(LayerRecipe.DelayedDense layer) {
        return new SpikingDelayed.Builder()
                .maxDelay(layer.maxDelay())
                .sigma(SigmaSchedule.overIterations(layer.sigma(), layer.lastSigma(), Math.max(1, iterations / 4)))
                .roundedInference(layer.rounded())
                .delayUpdater(Updaters.of(training, iterations, layer.rateFactor()))
                .neuron(layer.neuron());
    }

    /** A delay without name yet. */
    SynapseLayer.Builder axonal(LayerRecipe.Delay layer) {
        if (!layer.learned()) {
            return new SynapseLayer.Builder().synapse(AxonalDelay.ofSteps(layer.steps()));
        }
        return new SynapseLayer.Builder()
                .synapse(AxonalDelay.learned(layer.steps()).withRoundedInference(layer.rounded()))
                .initialSpread(SPREAD)
                .updater(Updaters.of(training, iterations, layer.rateFactor()));
    }
}

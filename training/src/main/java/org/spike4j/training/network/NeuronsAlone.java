package org.spike4j.training.network;

import org.spike4j.layers.HomeostaticLif;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.training.recipe.LayerRecipe;

/** Layers of neurons without weights of their own. */
final class NeuronsAlone {
    private NeuronsAlone() {}

    static NeuronLayer plain(LayerRecipe.Neurons layer, String name) {
        SpikingActivation built = new SpikingActivation.Builder()
                .name(name)
                .neuron(layer.neuron())
                .build();
        built.setActivity(layer.activity());
        return built;
    }

    static NeuronLayer homeostatic(LayerRecipe.Homeostatic layer, String name) {
        HomeostaticLif built = new HomeostaticLif.Builder()
                .noise(layer.noise())
                .name(name)
                .neuron(layer.neuron())
                .build();
        built.setActivity(layer.activity());
        return built;
    }
}

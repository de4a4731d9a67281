package org.spike4j.layers.streaming;

import org.spike4j.neuron.patch.ImageProduct;

/** Weights: from images or spikes to currents. */
record ProductStage(ImageProduct product) implements Stage {

    @Override
    public int outputs() {
        return product.outputs();
    }

    @Override
    public void step(float[] input, float[] output) {
        product.currents(input, output);
    }
}

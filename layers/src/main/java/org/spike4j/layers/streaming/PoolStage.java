package org.spike4j.layers.streaming;

import org.spike4j.neuron.patch.ImagePool;

/** Pooling of the spikes. */
record PoolStage(ImagePool pool) implements Stage {

    @Override
    public int outputs() {
        return pool.outputs();
    }

    @Override
    public void step(float[] input, float[] output) {
        pool.pool(input, output);
    }
}

package org.spike4j.training.memory;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.spike4j.layers.SpikingConv2D;

/**
 * The option of spiking convolutions to compute their currents again in the backward pass. It is no parameter: networks that
 * differ in it alone learn the same, and read each other's files.
 */
public final class Recomputation {
    private Recomputation() {}

    /**
     * Switches it on in all spiking convolutions of a network, from its next pass on.
     *
     * @param network modified
     */
    public static void switchOn(MultiLayerConfiguration network) {
        for (NeuralNetConfiguration conf : network.getConfs()) {
            if (conf.getLayer() instanceof SpikingConv2D convolution) {
                convolution.setRecompute(true);
            }
        }
    }

    /** A copy of a network with recomputation in all its spiking convolutions; to be looked at, not to be trained. */
    static MultiLayerConfiguration everywhere(MultiLayerConfiguration network) {
        MultiLayerConfiguration copy = network.clone();
        switchOn(copy);
        return copy;
    }
}

package org.spike4j.training;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** The learning rate of a network. */
final class LearningRate {
    private LearningRate() {}

    /** The rate of the first layer that learns, in the epoch and iteration the network is in; NaN if none learns. */
    static double of(MultiLayerNetwork network) {
        for (int i = 0; i < network.getnLayers(); i++) {
            Double rate = network.getLayer(i).numParams() > 0 ? network.getLearningRate(i) : null;
            if (rate != null) {
                return rate;
            }
        }
        return Double.NaN;
    }
}

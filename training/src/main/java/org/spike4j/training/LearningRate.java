package org.spike4j.training;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.IUpdater;

/** The learning rate of a network. */
final class LearningRate {
    private LearningRate() {}

    /**
     * The rate of the first layer that learns.
     *
     * @param network the network; not modified
     * @param iteration since the start of the training, counted from 0
     * @param epoch counted from 0
     * @return the rate by its schedule, or NaN if no layer learns
     */
    static double of(MultiLayerNetwork network, int iteration, int epoch) {
        for (Layer layer : network.getLayers()) {
            if (layer.numParams() > 0 && layer.conf().getLayer() instanceof BaseLayer learning) {
                IUpdater updater = learning.getIUpdater();
                return updater.hasLearningRate() ? updater.getLearningRate(iteration, epoch) : Double.NaN;
            }
        }
        return Double.NaN;
    }
}

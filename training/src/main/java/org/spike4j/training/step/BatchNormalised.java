package org.spike4j.training.step;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.spike4j.layers.NormalisesBatch;

/** What batch normalisation in a network means for cutting its mini-batches. */
final class BatchNormalised {
    private BatchNormalised() {}

    /** Refuses a split that would silently normalise over less than the mini-batch. */
    static void requireSplittable(MultiLayerNetwork network, BatchSplit split) {
        for (Layer layer : network.getLayers()) {
            org.deeplearning4j.nn.conf.layers.Layer conf = layer.conf().getLayer();
            if (conf instanceof BatchNormalization && split.replicas() > 1) {
                throw new IllegalArgumentException(
                        "layer \"" + conf.getLayerName() + "\" would normalise the part of each"
                                + " replica alone; use SpikingConv2D with batchNorm(true) or"
                                + " TemporalBatchNorm, whose replicas share their statistics, or train without replicas");
            }
            boolean normalises = conf instanceof BatchNormalization
                    || (conf instanceof NormalisesBatch normalising && normalising.hasBatchNorm());
            if (normalises && split.microBatches() > 1 && !split.partStatistics()) {
                throw new IllegalArgumentException(
                        "layer \"" + conf.getLayerName() + "\" would normalise micro-batches in"
                                + " place of the mini-batch, which changes the training; allow it by withPartStatistics(), or use"
                                + " no micro-batches");
            }
        }
    }
}

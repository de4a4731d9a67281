package org.spike4j.layers;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the neurons of one layer put out.
 *
 * @param layer name of the layer, or its type and index if it has none
 * @param spikes output before pooling, [T, N, units...]
 */
public record LayerSpikes(String layer, INDArray spikes) {}

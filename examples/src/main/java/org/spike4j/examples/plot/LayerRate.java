package org.spike4j.examples.plot;

/**
 * How busy a layer is.
 *
 * @param layer name of the layer
 * @param rate mean spikes of a neuron in one time step, 0 to 1
 */
public record LayerRate(String layer, double rate) {}

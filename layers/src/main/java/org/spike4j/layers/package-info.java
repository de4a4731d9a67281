/**
 * Configurations of spiking Deeplearning4j layers, to be put into a MultiLayerNetwork or a ComputationGraph among ordinary
 * layers. How they compute lives in {@link org.spike4j.layers.execution}; what a neuron is, in neuron-dynamics.
 */
package org.spike4j.layers;

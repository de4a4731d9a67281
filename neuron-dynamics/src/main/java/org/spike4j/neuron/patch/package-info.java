/**
 * Products of weights with the patches of images, for the currents of spiking convolutions and dense layers. Here live the
 * packed form of binary images and the kernels that use that spikes are sparse and all alike; nothing here knows a neuron or a
 * layer.
 */
package org.spike4j.neuron.patch;

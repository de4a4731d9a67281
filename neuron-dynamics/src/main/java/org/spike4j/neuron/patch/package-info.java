/**
 * Products of weights with the patches of images, for the currents of spiking convolutions and dense layers, and blocks that
 * run neurons and pooling on them tile by tile. Here live the packed form of binary images and the kernels that use that
 * spikes are sparse and all alike; nothing here knows a neuron's equation or a layer.
 *
 * <p>Memory of one thread lies in thread locals, grows to the
 * largest tile that the thread has met, and is never shared.
 */
package org.spike4j.neuron.patch;

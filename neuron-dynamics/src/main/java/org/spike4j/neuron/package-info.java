/**
 * What a spiking neuron is: models as records of constants with their discrete update, and the options they share.
 *
 * <p>How a model is executed over a sequence lives in {@link org.spike4j.neuron.kernel}; how it becomes part of a network
 * does not live here.
 */
package org.spike4j.neuron;

/**
 * What lies between neurons: delays and synaptic filters as records of constants with their discrete update, and the
 * kernels of a delay for each weight. How they become part of a network does not live here.
 */
package org.spike4j.neuron.synapse;

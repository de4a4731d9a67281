/**
 * Execution of neuron models over whole sequences: the checked facade {@link org.spike4j.neuron.kernel.SpikeKernels} and
 * the unchecked kernels behind it. Models and layers must not be referenced from the kernels.
 */
package org.spike4j.neuron.kernel;

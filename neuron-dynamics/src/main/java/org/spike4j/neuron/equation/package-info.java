/**
 * The step of a neuron as a graph of expressions: how text becomes the graph, how it is differentiated, and what it is worth.
 * Nothing here walks over tensors or prints code; kernels do.
 */
package org.spike4j.neuron.equation;

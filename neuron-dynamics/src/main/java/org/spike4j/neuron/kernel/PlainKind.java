package org.spike4j.neuron.kernel;

/**
 * What the backward rows of the commonest neuron branch on.
 *
 * @param family of the surrogate
 * @param resetsToValue whether a spike sets the membrane
 * @param attached whether the gradient follows the spike into the reset
 */
record PlainKind(VectorSurrogate.Family family, boolean resetsToValue, boolean attached) {}

/**
 * Surrogate derivatives of the spike, one family a file, with presets that carry the scale of other libraries. Nothing
 * here knows about neurons or tensors.
 */
package org.spike4j.neuron.surrogate;

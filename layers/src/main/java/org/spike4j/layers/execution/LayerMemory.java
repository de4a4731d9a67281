package org.spike4j.layers.execution;

/**
 * What a layer needs in a training pass besides parameters and their gradient, in bytes. Each layer at work says it in one
 * method beside the code that allocates.
 *
 * @param stored kept from the forward to the backward pass, the output included
 * @param working arrays that live within the backward pass of the layer
 * @param inputGradient handed to the layer below
 * @param scratch of the native operations, the largest at a time
 */
public record LayerMemory(long stored, long working, long inputGradient, long scratch) {}

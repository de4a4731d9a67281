/**
 * The layers at work: forward, backward and state of the configurations in {@link org.spike4j.layers}. Deeplearning4j
 * instantiates these; nobody else needs to.
 */
package org.spike4j.layers.execution;

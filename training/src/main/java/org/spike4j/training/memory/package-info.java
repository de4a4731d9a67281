/**
 * How much memory a training will take, and how to make it fit. Nothing here allocates or trains; what a layer needs is said
 * beside its own code.
 */
package org.spike4j.training.memory;

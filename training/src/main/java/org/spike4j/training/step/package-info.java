/**
 * One iteration of a training: how the gradient of a mini-batch is computed, at once or in parts, and applied. Nothing here
 * knows epochs, files or recipes.
 */
package org.spike4j.training.step;

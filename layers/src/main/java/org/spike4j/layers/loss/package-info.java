/**
 * Losses on the outputs of neurons over time; each one is a record of its constants that tells its value, its gradient, and
 * what the network puts out.
 */
package org.spike4j.layers.loss;

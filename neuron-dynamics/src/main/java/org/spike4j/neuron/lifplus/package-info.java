/**
 * The option groups of {@code LifPlus}: each option is a record of its constants, and knows its statements. What other neurons
 * share does not belong here.
 */
package org.spike4j.neuron.lifplus;

/**
 * Sound as spikes: waves of pressure, and a model of the inner ear that turns them into events of one channel for each
 * place along the cochlea. Files of sound are read in {@code format.wav}.
 */
package org.spike4j.datasets.audio;

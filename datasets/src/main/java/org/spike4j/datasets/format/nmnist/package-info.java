/**
 * The 40-bit format of N-MNIST and N-Caltech101: events of 5 bytes, big-endian, and nothing else, in files named .bin
 * or .bs2. Layout: 8 bits x, 8 bits y, 1 bit polarity (1 = brighter), 23 bits time in microseconds. An
 * event with y = 240 is no pixel: it adds 2^13 microseconds to all times from there on.
 */
package org.spike4j.datasets.format.nmnist;

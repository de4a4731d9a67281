/**
 * Products of dense matrices of floats that lie off the heap, for shapes where BLAS is slow: few columns, or few rows. Here
 * live the tiles and the kernel on vectors; what the matrices mean, and whether their elements are spikes, does not matter.
 *
 * <p>Memory of one thread lies in thread locals, grows to the largest tile that the thread has met, and is never shared.
 */
package org.spike4j.neuron.matrix;

/**
 * Benchmarks of kernels and of whole training steps, with arguments and defaults as in the PyTorch scripts they are compared
 * with. They measure; they do not judge, and nothing else depends on them but the command line.
 */
package org.spike4j.benchmarks;

/**
 * Mixing of two event streams, or two series of frames or vectors, into one with a mixed label, for training. Changes of a
 * single sample do not live here.
 */
package org.spike4j.datasets.transform.mixing;

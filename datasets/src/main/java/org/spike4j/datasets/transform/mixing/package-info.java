/**
 * Mixing of two event streams into one with a mixed label, for training. Changes of a single stream do not live here.
 */
package org.spike4j.datasets.transform.mixing;

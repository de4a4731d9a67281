/**
 * Data sets of long recordings of scenes: event streams that are read packet by packet, some with boxes around what is
 * seen. Data sets with one label for each sample are in {@code sets}.
 */
package org.spike4j.datasets.scenes;

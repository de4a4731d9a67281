/**
 * An event camera in software: frames of intensity go in, events come out. What the frames show is not decided here.
 */
package org.spike4j.datasets.simulation;

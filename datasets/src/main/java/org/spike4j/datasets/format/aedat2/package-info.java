/**
 * AEDAT 2.0 and 1.0, the formats of jAER: lines of text that start with #, then words of an address (32 bits in 2.0, 16
 * bits in 1.0) and a 32-bit time in microseconds, big-endian. What the bits of an address mean depends on the camera.
 * Nothing is written; names follow the specification at
 * docs.inivation.com/software/software-advanced-usage/file-formats/aedat-2.0.html.
 */
package org.spike4j.datasets.format.aedat2;

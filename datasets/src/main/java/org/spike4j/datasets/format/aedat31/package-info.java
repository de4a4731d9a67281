/**
 * AEDAT 3.1, the format of DVS128 Gesture: a text header, then packets of events of one type each, little-endian.
 * Polarity events are read and written, frames, inertial samples and special events are read, all others left out; names follow the specification at
 * docs.inivation.com/software/software-advanced-usage/file-formats/aedat-3.1.html.
 */
package org.spike4j.datasets.format.aedat31;

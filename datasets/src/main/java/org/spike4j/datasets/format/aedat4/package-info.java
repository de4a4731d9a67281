/**
 * AEDAT 4.0, the format of the DV software: an IOHeader, then packets of a stream number, a size and one FlatBuffer,
 * compressed each on its own. Streams of events (EVTS), frames (FRME), inertial samples (IMUS) and triggers (TRIG) are read, events
 * are written; names follow the specification at
 * docs.inivation.com/software/software-advanced-usage/file-formats/aedat-4.0.html.
 *
 * <p>The tables are read by hand, with every offset checked, because generated FlatBuffers code trusts its
 * input. LZ4 frames are decoded here too: DV writes frames of linked blocks, which lz4-java does not read.
 */
package org.spike4j.datasets.format.aedat4;

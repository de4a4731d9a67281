/**
 * The files of Prophesee cameras: RAW with the encodings EVT 2.0, 2.1 and 3.0, and DAT. All start with lines of text that
 * start with %, and are little-endian. Names follow the specification at docs.prophesee.ai/stable/data.
 */
package org.spike4j.datasets.format.prophesee;

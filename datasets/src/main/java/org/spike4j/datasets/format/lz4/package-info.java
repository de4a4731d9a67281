/**
 * Decompression of LZ4 blocks, which several containers hold. Their frames and headers belong to the containers.
 */
package org.spike4j.datasets.format.lz4;

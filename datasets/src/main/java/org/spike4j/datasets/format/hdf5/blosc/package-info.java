/**
 * Blosc 1, the compression of DSEC's HDF5 files: chunks of blocks that are shuffled and then compressed. Reading only;
 * which files are compressed so is not decided here.
 */
package org.spike4j.datasets.format.hdf5.blosc;

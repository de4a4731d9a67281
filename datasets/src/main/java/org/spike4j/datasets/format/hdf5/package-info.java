/**
 * Events in HDF5 files, also those of MATLAB 7.3: groups of columns as DSEC and e2vid have, and the N x 4 arrays of
 * MVSEC. The library jhdf reads the container; nothing else uses it.
 */
package org.spike4j.datasets.format.hdf5;

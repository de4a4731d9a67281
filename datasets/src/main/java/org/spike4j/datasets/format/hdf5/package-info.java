/**
 * Events in HDF5 files, also those of MATLAB 7.3: groups of columns as DSEC and e2vid have, and the N x 4 arrays of
 * MVSEC; and lists of spikes of many samples, as SHD, SSC and N-TIDIGITS have them. The library jhdf reads the container;
 * nothing else uses it.
 */
package org.spike4j.datasets.format.hdf5;

/**
 * Events in MATLAB 5 files (.mat, also those of MATLAB 7.0 to 7.2): variables ts, x, y, pol, as ASL-DVS has them. The
 * format is that of the document MAT-File Format of MathWorks. MATLAB 7.3 is HDF5 and lives in the package hdf5.
 */
package org.spike4j.datasets.format.matlab;

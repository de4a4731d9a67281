/**
 * NumPy arrays of events: npy, one array, and npz, a ZIP file of them. An array is structured with fields t, x, y, p, or
 * has one row [t, x, y, p] for each event; a npz may also hold one array for each of them. Names follow
 * numpy.org/doc/stable/reference/generated/numpy.lib.format.html. Pickled objects are never read.
 */
package org.spike4j.datasets.format.numpy;

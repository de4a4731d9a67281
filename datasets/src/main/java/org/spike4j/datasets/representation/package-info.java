/**
 * Other pictures of event streams than frames of counts: voxel grids, time surfaces, binary stacks, sparse frames.
 * Changes of the events do not live here.
 */
package org.spike4j.datasets.representation;

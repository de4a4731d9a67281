/**
 * Makes up volumes in the layout of LUNA16 patches: nodules, which stay in their place from slice to slice, and vessels,
 * which run through the slices. They serve to compare networks and say nothing about real scans.
 */
package org.spike4j.datasets.volume.synthetic;

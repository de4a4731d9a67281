/**
 * Made-up people in front of a simulated event camera: recordings in the layout of DVS128 Gesture, drawn from a seed.
 * Only {@link org.spike4j.datasets.gesture.synthetic.SyntheticGestures} is for use from outside.
 */
package org.spike4j.datasets.gesture.synthetic;
